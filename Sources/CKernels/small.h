// Networks so small that every array of a batch fits in a few registers, such as the one that learns XOR: there the calls,
// the half-filled registers and the memory between two operations cost more than the arithmetic. So arrays are kept
// packed in whole registers, and an operand's elements are brought into the lanes that need them by permutation. The
// chains are those of dense.h, element for element, and so are the bits.
//
// Only AVX-512 permutes eight lanes freely; the other levels take the general way.
#ifndef CK_SMALL_H
#define CK_SMALL_H
#include "losses.h"
#include "optimizers.h"

#if LANES == 8

/// Registers of an array, and layers, at most.
#define SMALL_REGISTERS 4
#define SMALL_ELEMENTS (SMALL_REGISTERS * LANES)
#define SMALL_LAYERS 6

/// The parameters of a layer, weights and then biases, are one array, element (k, j) being that of input k (of the
/// bias where k is the number of inputs) and neuron j; those of a batch have elements (s, j).
typedef struct {
  const ck_layer *layer;
  size_t inputs, outputs, parameter_registers, batch_registers;
  /// For each element of a batch's array: s · inputs, j; and, for the layer above to carry down to, s · its outputs, j · its
  /// outputs.
  bits first_input[SMALL_REGISTERS], neuron[SMALL_REGISTERS], above_sample[SMALL_REGISTERS], above_row[SMALL_REGISTERS];
  /// For each parameter: k and j, and whether it is a weight.
  bits input[SMALL_REGISTERS], column[SMALL_REGISTERS];
  mask is_weight[SMALL_REGISTERS];
  real parameters[SMALL_REGISTERS], gradient[SMALL_REGISTERS], memory[3][SMALL_REGISTERS];
  real z[SMALL_REGISTERS], a[SMALL_REGISTERS], delta[SMALL_REGISTERS];
} small_layer;

typedef struct {
  size_t layers, samples, input_registers;
  real x[SMALL_REGISTERS], t[SMALL_REGISTERS];
  small_layer layer[SMALL_LAYERS];
} small_network;

/// The elements at these places of an array of so many registers.
INLINE real pick(const real *source, size_t registers, bits place) {
  if (registers == 1) return (real)_mm512_permutexvar_pd((__m512i)place, (__m512d)source[0]);
  real low = (real)_mm512_permutex2var_pd((__m512d)source[0], (__m512i)place, (__m512d)source[1]);
  if (registers == 2) return low;
  real high = (real)_mm512_permutex2var_pd((__m512d)source[2], (__m512i)place, (__m512d)source[3]);
  return choose((place & 16) != 0, high, low);
}

static size_t registers_for(size_t elements) { return (elements + LANES - 1) / LANES; }

static bool is_small(const ck_network *network, const ck_objective *objective, const ck_optimizer *optimizer,
                     const ck_samples *samples, size_t batch) {
  if (network->layers > SMALL_LAYERS || samples->count % batch != 0 || optimizer->clip > 0 || optimizer->l2 > 0)
    return false;
  if (optimizer->stretches != 1 || optimizer->stretch->count != network->parameter_count) return false;
  if (batch * network->inputs > SMALL_ELEMENTS || objective->kind == CK_LOSS_CUSTOM) return false;
  for (size_t l = 0; l < network->layers; l++) {
    const ck_layer *layer = network->layer + l;
    if (layer->kind != CK_DENSE || layer->activation >= CK_ACTIVATION_SOFTMAX) return false;
    if (batch * layer->outputs > SMALL_ELEMENTS || (layer->inputs + 1) * layer->outputs > SMALL_ELEMENTS) return false;
  }
  return true;
}

static void fill(real *to, const double *from, size_t count) {
  for (size_t r = 0; r < SMALL_REGISTERS; r++) to[r] = splat(0.0);
  memcpy(to, from, count * sizeof(double));
}

static void small_begin(small_network *small, const ck_network *network, const ck_optimizer *optimizer, size_t samples) {
  small->layers = network->layers, small->samples = samples;
  small->input_registers = registers_for(samples * network->inputs);
  for (size_t l = 0; l < network->layers; l++) {
    small_layer *to = small->layer + l;
    const ck_layer *layer = network->layer + l;
    size_t in = layer->inputs, out = layer->outputs, count = (in + 1) * out;
    size_t above = l + 1 < network->layers ? network->layer[l + 1].outputs : 0;
    to->layer = layer, to->inputs = in, to->outputs = out;
    to->parameter_registers = registers_for(count), to->batch_registers = registers_for(samples * out);
    for (size_t e = 0; e < SMALL_ELEMENTS; e++) {
      size_t r = e / LANES, i = e % LANES, s = e < samples * out ? e / out : 0, k = e < count ? e / out : 0, j = e % out;
      to->first_input[r][i] = s * in, to->neuron[r][i] = j;
      to->above_sample[r][i] = s * above, to->above_row[r][i] = j * above;
      to->input[r][i] = k < in ? k : 0, to->column[r][i] = j, to->is_weight[r][i] = -(int64_t)(k < in);
    }
    fill(to->parameters, network->parameters + layer->weights, count);
    for (int m = 0; m < 3; m++) {
      const double *memory = optimizer->memory[m];
      fill(to->memory[m], memory ? memory + layer->weights : network->parameters, memory ? count : 0);
    }
  }
}

static void small_end(const small_network *small, const ck_network *network, const ck_optimizer *optimizer) {
  for (size_t l = 0; l < network->layers; l++) {
    const small_layer *from = small->layer + l;
    const ck_layer *layer = from->layer;
    size_t parameters = (from->inputs + 1) * from->outputs * sizeof(double);
    size_t batch = small->samples * from->outputs * sizeof(double);
    memcpy(network->parameters + layer->weights, from->parameters, parameters);
    memcpy(network->gradient + layer->weights, from->gradient, parameters);
    for (int m = 0; m < 3; m++)
      if (optimizer->memory[m]) memcpy(optimizer->memory[m] + layer->weights, from->memory[m], parameters);
    memcpy(layer->z, from->z, batch), memcpy(layer->a, from->a, batch), memcpy(layer->delta, from->delta, batch);
  }
}

INLINE real small_activation(const ck_layer *layer, real z) {
  switch (layer->activation) {
  case CK_ACTIVATION_RELU: return relu_of(z);
  case CK_ACTIVATION_LEAKY_RELU: return leaky_relu_of(z, splat(layer->constant));
  case CK_ACTIVATION_ELU: return elu_of(z, splat(layer->constant));
  case CK_ACTIVATION_SELU: return selu_of(z);
  case CK_ACTIVATION_GELU: return gelu_of(z);
  case CK_ACTIVATION_SILU: return silu_of(z);
  case CK_ACTIVATION_SOFTPLUS: return softplus_of(z);
  case CK_ACTIVATION_SIGMOID: return sigmoid_of(z);
  case CK_ACTIVATION_TANH: return tanh_of(z);
  case CK_ACTIVATION_STEP: return step_of(z);
  case CK_ACTIVATION_LINEAR:
  case CK_ACTIVATION_SOFTMAX:
  case CK_ACTIVATION_CUSTOM: return z;
  }
  return z;
}

/// δ carried through an activation: what `carry_activation` does, to the sign of a zero.
INLINE real small_through(const ck_layer *layer, real delta, real z, real a) {
  double c = layer->constant;
  switch (layer->activation) {
  case CK_ACTIVATION_RELU: return delta * relu_slope(z, a, c);
  case CK_ACTIVATION_LEAKY_RELU: return delta * leaky_relu_slope(z, a, c);
  case CK_ACTIVATION_ELU: return delta * elu_slope(z, a, c);
  case CK_ACTIVATION_SELU: return delta * selu_slope(z, a, c);
  case CK_ACTIVATION_GELU: return delta * gelu_slope(z, a, c);
  case CK_ACTIVATION_SILU: return delta * silu_slope(z, a, c);
  case CK_ACTIVATION_SOFTPLUS: return delta * softplus_slope(z, a, c);
  case CK_ACTIVATION_SIGMOID: return delta * sigmoid_slope(z, a, c);
  case CK_ACTIVATION_TANH: return delta * tanh_slope(z, a, c);
  case CK_ACTIVATION_STEP: return splat(0.0);
  case CK_ACTIVATION_LINEAR:
  case CK_ACTIVATION_SOFTMAX:
  case CK_ACTIVATION_CUSTOM: return delta;
  }
  return delta;
}

INLINE verdict small_verdict(const ck_objective *objective, real y, real t) {
  double bend = objective->bend;
  switch (objective->kind) {
  case CK_LOSS_MSE:
  case CK_LOSS_HALF_MSE:
  case CK_LOSS_SSE: return square_verdict(y, t, bend);
  case CK_LOSS_MAE: return absolute_verdict(y, t, bend);
  case CK_LOSS_HUBER: return huber_verdict(y, t, bend);
  case CK_LOSS_LOG_COSH: return log_cosh_verdict(y, t, bend);
  case CK_LOSS_HINGE: return hinge_verdict(y, t, bend);
  case CK_LOSS_KL: return kl_verdict(y, t, bend);
  case CK_LOSS_BCE: return bce_verdict(y, t, bend);
  case CK_LOSS_CROSS_ENTROPY: return cross_entropy_verdict(y, t, bend);
  case CK_LOSS_CUSTOM: break;
  }
  return (verdict){splat(0.0), splat(0.0)};
}

/// `judged`: the loss activates the layer together with itself.
INLINE void small_forward(small_layer *l, const real *x, size_t x_registers, bool judged) {
  size_t in = l->inputs, out = l->outputs, registers = l->parameter_registers;
  for (size_t r = 0; r < l->batch_registers; r++) {
    real sum = splat(0.0);
    bits from = l->first_input[r], weight = l->neuron[r];
    for (size_t k = 0; k < in; k++, from += 1, weight += (int64_t)out)
      sum = fused(pick(x, x_registers, from), pick(l->parameters, registers, weight), sum);
    l->z[r] = sum + pick(l->parameters, registers, weight);
    if (!judged) l->a[r] = small_activation(l->layer, l->z[r]);
  }
}

/// Where a loss of these is finite.
INLINE mask are_tame(real z, real a, real t) {
  return (magnitude(z) < 0x1p400) & (magnitude(a) < 0x1p400) & (magnitude(t) < 0x1p400);
}

/// Leaves δ of the last layer and what its loss will be summed from. False where that may not be finite: the sum can wait
/// until after the step otherwise, so that nothing waits for it.
INLINE bool small_errors(const small_network *small, small_layer *l, const ck_objective *objective, double scale,
                         real *terms) {
  mask tame = ~(mask){0};
  bool fuses = is_logistic(l->layer, objective);
  for (size_t r = 0; r < l->batch_registers; r++) {
    real z = l->z[r], t = small->t[r];
    if (fuses) {
      real a = sigmoid_of(z);
      l->a[r] = a, l->delta[r] = (a - t) * scale, terms[r] = decay_of(z);
    } else {
      real a = l->a[r];
      verdict v = small_verdict(objective, a, t);
      terms[r] = v.term, l->delta[r] = small_through(l->layer, v.slope * scale, z, a);
    }
    tame &= are_tame(z, l->a[r], t);
  }
  return !any(~tame);
}

/// The lanes' tree: ((0+4)+(2+6))+((1+5)+(3+7)).
INLINE double tree_of(real lane) {
  real halves = lane + __builtin_shufflevector(lane, lane, 4, 5, 6, 7, 4, 5, 6, 7);
  real quarters = halves + __builtin_shufflevector(halves, halves, 2, 3, 2, 3, 2, 3, 2, 3);
  return quarters[0] + quarters[1];
}

INLINE double small_total(const small_network *small, const small_layer *l, const ck_objective *objective,
                          const real *terms) {
  size_t count = small->samples * l->outputs;
  real sum = splat(0.0);
  bool fuses = is_logistic(l->layer, objective);
  for (size_t r = 0; r < l->batch_registers; r++) {
    real term = fuses ? bce_term(l->z[r], terms[r], small->t[r]) : terms[r];
    size_t there = count - r * LANES;
    sum += there < LANES ? (real)_mm512_maskz_mov_pd((__mmask8)((1u << there) - 1), (__m512d)term) : term;
  }
  return tree_of(sum);
}

INLINE void small_step(cell *c, const ck_optimizer *o, const step_figures *f, enum quotients how) {
  switch (o->rule) {
  case CK_RULE_SGD: sgd_step(c, o, f, how); return;
  case CK_RULE_MOMENTUM: momentum_step(c, o, f, how); return;
  case CK_RULE_NESTEROV: nesterov_step(c, o, f, how); return;
  case CK_RULE_ADAGRAD: adagrad_step(c, o, f, how); return;
  case CK_RULE_RMSPROP: rmsprop_step(c, o, f, how); return;
  case CK_RULE_RMSPROP_MOMENTUM: rmsprop_momentum_step(c, o, f, how); return;
  case CK_RULE_RMSPROP_CENTERED: rmsprop_centered_step(c, o, f, how); return;
  case CK_RULE_RMSPROP_CENTERED_MOMENTUM: rmsprop_centered_momentum_step(c, o, f, how); return;
  case CK_RULE_ADADELTA: adadelta_step(c, o, f, how); return;
  case CK_RULE_ADAM: adam_step(c, o, f, how); return;
  case CK_RULE_ADAM_AMSGRAD: adam_amsgrad_step(c, o, f, how); return;
  case CK_RULE_NADAM: nadam_step(c, o, f, how); return;
  case CK_RULE_ADAMAX: adamax_step(c, o, f, how); return;
  }
}

/// The gradient of a layer's parameters and, where `updates`, the step that it gives.
INLINE void small_descend(small_layer *l, size_t samples, const real *x, size_t x_registers, bool updates,
                          const ck_optimizer *o, const step_figures *f) {
  for (size_t r = 0; r < l->parameter_registers; r++) {
    real sum = splat(0.0);
    bits from = l->input[r], to = l->column[r];
    for (size_t s = 0; s < samples; s++, from += (int64_t)l->inputs, to += (int64_t)l->outputs) {
      real left = choose(l->is_weight[r], pick(x, x_registers, from), splat(1.0));
      sum = fused(left, pick(l->delta, l->batch_registers, to), sum);
    }
    l->gradient[r] = sum;
    if (!updates) continue;
    cell c = {l->parameters[r], sum, l->memory[0][r], l->memory[1][r], l->memory[2][r]};
    small_step(&c, o, f, WHOLE);
    l->parameters[r] = c.p, l->memory[0][r] = c.m, l->memory[1][r] = c.v, l->memory[2][r] = c.u;
  }
}

INLINE void small_carry(const small_layer *l, small_layer *below) {
  for (size_t r = 0; r < below->batch_registers; r++) {
    real sum = splat(0.0);
    bits delta = below->above_sample[r], weight = below->above_row[r];
    for (size_t j = 0; j < l->outputs; j++, delta += 1, weight += 1)
      sum = fused(pick(l->delta, l->batch_registers, delta), pick(l->parameters, l->parameter_registers, weight), sum);
    below->delta[r] = small_through(below->layer, sum, below->z[r], below->a[r]);
  }
}

/// The batches of a run, one after another.
typedef struct {
  const ck_network *network;
  const ck_samples *samples;
  size_t size, start;
  /// Whether the batch of all samples is there already.
  bool is_there;
  share share;
} small_batches;

/// Fetches the batch that is due; false where it is the last one again.
INLINE bool small_gather(small_network *small, small_batches *b) {
  if (b->is_there) return false;
  size_t inputs = b->network->inputs, outputs = b->network->outputs;
  for (size_t s = 0; s < b->size; s++) {
    size_t row = b->samples->order ? b->samples->order[b->start + s] : b->start + s;
    memcpy((double *)small->x + s * inputs, b->samples->inputs + row * inputs, inputs * sizeof(double));
    memcpy((double *)small->t + s * outputs, b->samples->targets + row * outputs, outputs * sizeof(double));
  }
  b->is_there = b->size == b->samples->count;
  return true;
}

INLINE void small_next(small_batches *b) { b->start = b->start + b->size < b->samples->count ? b->start + b->size : 0; }

/// One update of any small network. False where its loss ends the run.
static bool small_update(small_network *small, const ck_objective *objective, ck_optimizer *optimizer,
                         small_batches *batches, double rate, double *loss, bool stops) {
  small_gather(small, batches);
  share part = batches->share;
  small_layer *last = small->layer + small->layers - 1;
  const real *x = small->x;
  size_t x_registers = small->input_registers;
  for (small_layer *l = small->layer; l <= last; l++) {
    small_forward(l, x, x_registers, l == last && is_logistic(l->layer, objective));
    x = l->a, x_registers = l->batch_registers;
  }
  real terms[SMALL_REGISTERS];
  bool tame = small_errors(small, last, objective, part.scale, terms), goes_on = true;
  if (__builtin_expect(!tame, 0)) {
    *loss = canonical1(small_total(small, last, objective, terms) / part.divisor);
    goes_on = !stops || magnitude(splat(*loss))[0] < __builtin_inf();
  }
  step_figures figures = figures_of(optimizer);
  if (goes_on) advance(&figures, optimizer, rate);
  for (size_t l = small->layers; l-- > 0;) {
    small_layer *at = small->layer + l;
    if (l > 0) small_carry(at, at - 1);
    small_descend(at, batches->size, l > 0 ? at[-1].a : small->x,
                  l > 0 ? at[-1].batch_registers : small->input_registers, goes_on, optimizer, &figures);
  }
  if (goes_on && tame) *loss = canonical1(small_total(small, last, objective, terms) / part.divisor);
  small_next(batches);
  return goes_on;
}

#endif

#endif
