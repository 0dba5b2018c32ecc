// Activations over a whole batch, and their derivatives on the way back. The values are those of the maps that
// expressions use; the derivatives are computed by the formulas that a note's symbolic ones have.
#ifndef CK_SLOPES_H
#define CK_SLOPES_H
#include "dense.h"
#include "maps.h"
#include "programs.h"
#include "reductions.h"

/// √2π, and the α of selu
#define ROOT_OF_2_PI 0x1.40d931ff62706p+1
#define SELU_ALPHA 0x1.ac5afad782cf1p+0

/// y[i, j] = exp(x[i, j] − m) / Σ exp(x[i, j] − m) row by row, m being the greatest of the row.
static void softmax_rows(size_t rows, size_t columns, const double *x, double *y) {
  for (size_t i = 0; i < rows; i++) {
    double greatest = reduce_greatest(columns, x + i * columns);
    combine_subtract(columns, x + i * columns, 1, &greatest, 0, y + i * columns);
  }
  map_exp(rows * columns, y, y, 0);
  for (size_t i = 0; i < rows; i++) {
    double total = reduce_sum(columns, y + i * columns);
    combine_divide(columns, y + i * columns, 1, &total, 0, y + i * columns);
  }
}

/// a of `count` numbers of a batch from `start` on; of a softmax, whole rows.
static void activate_each(const ck_layer *layer, size_t start, size_t count, double *scratch) {
  double *z = layer->z + start, *a = layer->a + start;
  switch (layer->activation) {
  case CK_ACTIVATION_LINEAR: memcpy(a, z, count * sizeof(double)); return;
  case CK_ACTIVATION_RELU: map_relu(count, z, a, 0); return;
  case CK_ACTIVATION_LEAKY_RELU: map_leaky_relu(count, z, a, layer->constant); return;
  case CK_ACTIVATION_ELU: map_elu(count, z, a, layer->constant); return;
  case CK_ACTIVATION_SELU: map_selu(count, z, a, 0); return;
  case CK_ACTIVATION_GELU: map_gelu(count, z, a, 0); return;
  case CK_ACTIVATION_SILU: map_silu(count, z, a, 0); return;
  case CK_ACTIVATION_SOFTPLUS: map_softplus(count, z, a, 0); return;
  case CK_ACTIVATION_SIGMOID: map_sigmoid(count, z, a, 0); return;
  case CK_ACTIVATION_TANH: map_tanh(count, z, a, 0); return;
  case CK_ACTIVATION_STEP: map_step(count, z, a, 0); return;
  case CK_ACTIVATION_CUSTOM: run_program(layer->value, count, (const double *[]){z}, a, scratch); return;
  case CK_ACTIVATION_SOFTMAX: softmax_rows(count / layer->outputs, layer->outputs, z, a); return;
  }
}

/// f'(z), a being f(z).
INLINE real relu_slope(real z, real a, double c) { return (void)a, (void)c, one_where(z > 0.0); }
INLINE real leaky_relu_slope(real z, real a, double c) { return (void)a, choose(z > 0.0, splat(1.0), splat(c)); }
INLINE real elu_slope(real z, real a, double c) {
  return (void)a, choose(z > 0.0, splat(1.0), c * exp_of(choose(z < 0.0, z, splat(0.0))));
}
INLINE real selu_slope(real z, real a, double c) {
  return (void)c, SELU_SCALE * elu_slope(z, a, SELU_ALPHA);
}
INLINE real gelu_slope(real z, real a, double c) {
  real distribution = (1.0 + erf_of(z / root_of_2[0])) / 2.0;
  return (void)a, (void)c, distribution + z * (exp_of(-(z * z) / 2.0) / ROOT_OF_2_PI);
}
INLINE real silu_slope(real z, real a, double c) {
  real s = sigmoid_of(z);
  return (void)a, (void)c, s * (1.0 + z * (1.0 - s));
}
INLINE real softplus_slope(real z, real a, double c) { return (void)a, (void)c, sigmoid_of(z); }
INLINE real sigmoid_slope(real z, real a, double c) { return (void)z, (void)c, a * (1.0 - a); }
INLINE real tanh_slope(real z, real a, double c) { return (void)z, (void)c, 1.0 - a * a; }

/// δ[i] ← δ[i]·f'(z[i])
#define CARRY(name)                                                                                                    \
  static void carry_##name(size_t count, const double *z, const double *a, double *delta, double constant) {           \
    for (size_t i = 0; i < count; i += LANES) {                                                                        \
      size_t n = count - i < LANES ? count - i : LANES;                                                                \
      give(delta + i, take(delta + i, n) * name##_slope(take(z + i, n), take(a + i, n), constant), n);                 \
    }                                                                                                                  \
  }
CARRY(relu)
CARRY(leaky_relu)
CARRY(elu)
CARRY(selu)
CARRY(gelu)
CARRY(silu)
CARRY(softplus)
CARRY(sigmoid)
CARRY(tanh)
#undef CARRY

/// δ[i, j] ← y[i, j]·(δ[i, j] − Σ δ[i, k]·y[i, k]), the derivative of softmax.
static void carry_softmax(size_t rows, size_t columns, const double *y, double *delta, double *scratch) {
  for (size_t i = 0; i < rows; i++, y += columns, delta += columns) {
    combine_multiply(columns, delta, 1, y, 1, scratch);
    double mean = reduce_sum(columns, scratch);
    combine_subtract(columns, delta, 1, &mean, 0, delta);
    combine_multiply(columns, delta, 1, y, 1, delta);
  }
}

static void carry_formula(size_t count, const ck_program *slope, const double *z, double *delta, double *scratch) {
  for (size_t i = 0; i < count; i += CK_PIECE) {
    size_t n = count - i < CK_PIECE ? count - i : CK_PIECE;
    run_program(slope, n, (const double *[]){z + i}, scratch, scratch + CK_PIECE);
    combine_multiply(n, delta + i, 1, scratch, 1, delta + i);
  }
}

/// δ ← δ·f'(z) of `count` numbers of a batch from `start` on; of a softmax, whole rows.
static void carry_each(const ck_layer *layer, size_t start, size_t count, double *scratch) {
  const double *z = layer->z + start, *a = layer->a + start;
  double *delta = layer->delta + start, c = layer->constant;
  switch (layer->activation) {
  case CK_ACTIVATION_LINEAR: return;
  case CK_ACTIVATION_RELU: carry_relu(count, z, a, delta, c); return;
  case CK_ACTIVATION_LEAKY_RELU: carry_leaky_relu(count, z, a, delta, c); return;
  case CK_ACTIVATION_ELU: carry_elu(count, z, a, delta, c); return;
  case CK_ACTIVATION_SELU: carry_selu(count, z, a, delta, c); return;
  case CK_ACTIVATION_GELU: carry_gelu(count, z, a, delta, c); return;
  case CK_ACTIVATION_SILU: carry_silu(count, z, a, delta, c); return;
  case CK_ACTIVATION_SOFTPLUS: carry_softplus(count, z, a, delta, c); return;
  case CK_ACTIVATION_SIGMOID: carry_sigmoid(count, z, a, delta, c); return;
  case CK_ACTIVATION_TANH: carry_tanh(count, z, a, delta, c); return;
  case CK_ACTIVATION_STEP: memset(delta, 0, count * sizeof(double)); return;
  case CK_ACTIVATION_CUSTOM: carry_formula(count, layer->slope, z, delta, scratch); return;
  case CK_ACTIVATION_SOFTMAX: carry_softmax(count / layer->outputs, layer->outputs, a, delta, scratch); return;
  }
}

typedef void each(const ck_layer *layer, size_t start, size_t count, double *scratch);

/// Rows of a batch that threads share.
typedef struct {
  each *act;
  const ck_layer *layer;
  size_t rows, height;
} shared_rows;

/// So many numbers make a piece: enough to be worth handing over, and the first cache has them from step to step.
#define NUMBERS_OF_PIECE 4096

/// What an activation of a number counts as in multiplications, where it has a series to sum and where it has not.
#define SERIES_WEIGHT 40
#define ACTIVATION_WEIGHT 4

static double weight_of(const ck_layer *layer) {
  switch (layer->activation) {
  case CK_ACTIVATION_LINEAR:
  case CK_ACTIVATION_RELU:
  case CK_ACTIVATION_LEAKY_RELU:
  case CK_ACTIVATION_STEP: return ACTIVATION_WEIGHT;
  default: return SERIES_WEIGHT;
  }
}

/// Whether threads share rows of an activation: where that pays, and each has the scratch.
static bool are_shared(size_t rows, const ck_layer *layer) {
  size_t scratch = layer->activation == CK_ACTIVATION_SOFTMAX ? layer->outputs : ck_sequel_scratch(layer);
  return (double)rows * (double)layer->outputs * weight_of(layer) >= CK_WORTH_SHARING && scratch <= CK_SCRATCH_LIMIT;
}

static void act_on_piece(const void *context, size_t piece, double *scratch) {
  const shared_rows *s = context;
  size_t first = piece * s->height, rows = s->rows - first < s->height ? s->rows - first : s->height;
  s->act(s->layer, first * s->layer->outputs, rows * s->layer->outputs, scratch);
}

static void act_on_rows(each *act, size_t rows, const ck_layer *layer, double *scratch) {
  size_t height = layer->outputs < NUMBERS_OF_PIECE ? NUMBERS_OF_PIECE / layer->outputs : 1;
  if (!are_shared(rows, layer)) height = rows;
  shared_rows s = {act, layer, rows, height};
  ck_share(act_on_piece, &s, (rows + height - 1) / height, scratch);
}

static void activate(size_t rows, const ck_layer *layer, double *scratch) {
  act_on_rows(activate_each, rows, layer, scratch);
}
static void carry_activation(size_t rows, const ck_layer *layer, double *scratch) {
  if (layer->activation != CK_ACTIVATION_LINEAR) act_on_rows(carry_each, rows, layer, scratch);
}

/// Sequels of the products that give z and δ of a layer.
static void activate_run(const void *context, double *z, size_t count, double *scratch) {
  const ck_layer *layer = context;
  activate_each(layer, (size_t)(z - layer->z), count, scratch);
}
static void carry_run(const void *context, double *delta, size_t count, double *scratch) {
  const ck_layer *layer = context;
  carry_each(layer, (size_t)(delta - layer->delta), count, scratch);
}

/// False where there is none: a part of a row will not do, or the scratch that a thread has.
static bool make_sequel(ck_sequel *sequel, const ck_layer *layer, ck_act *act) {
  *sequel = (ck_sequel){act, layer, ck_sequel_scratch(layer), weight_of(layer)};
  return layer->kind == CK_DENSE && layer->activation != CK_ACTIVATION_SOFTMAX && sequel->scratch <= CK_SEQUEL_LIMIT;
}

#endif
