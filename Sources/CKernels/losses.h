// The losses, and the error terms δ = ∂L/∂z of the last layer that they begin with.
//
// Terms are summed in the order of every sum (8 lanes and a tree), so a batch's loss is the loss that an expression finds
// of the same outputs where both use one formula. From sigmoid to bce and from softmax to cross_entropy loss and error
// come from z: log y there is exact where y is rounded to 0 or 1, and the error is y − t.
#ifndef CK_LOSSES_H
#define CK_LOSSES_H
#include "product_panels.h"
#include "slopes.h"

/// weight·logarithm, where a class of no weight adds nothing.
INLINE real weighted(real weight, real logarithm) { return choose(weight == 0.0, splat(0.0), weight * logarithm); }

/// log cosh d without overflow and without cancellation: cosh d = 1 + 2 sinh²(d/2) = e^|d| (1 + e^(−2|d|)) / 2.
INLINE real log_cosh_of(real d) {
  real size = magnitude(d), s = sinh_of(0.5 * d);
  real near = log1p_of(2.0 * s * s);
  real far = size + (log1p_of(exp_of(-2.0 * size)) - 0x1.62e42fefa39efp-1);
  return choose(size < 1.0, near, far);
}

/// The term of one output, and its derivative by y.
typedef struct { real term, slope; } verdict;

INLINE verdict square_verdict(real y, real t, double bend) {
  (void)bend;
  real d = y - t;
  return (verdict){d * d, d};
}
INLINE verdict absolute_verdict(real y, real t, double bend) {
  (void)bend;
  real d = y - t;
  return (verdict){magnitude(d), sign_of(d)};
}
INLINE verdict huber_verdict(real y, real t, double bend) {
  real d = y - t, size = magnitude(d);
  return (verdict){choose(size <= bend, 0.5 * (d * d), bend * (size - 0.5 * bend)), clamped(d, -bend, bend)};
}
INLINE verdict log_cosh_verdict(real y, real t, double bend) {
  (void)bend;
  real d = y - t;
  return (verdict){log_cosh_of(d), tanh_of(d)};
}
INLINE verdict hinge_verdict(real y, real t, double bend) {
  (void)bend;
  real rest = 1.0 - t * y;
  return (verdict){maximum_of(splat(0.0), rest), choose(rest > 0.0, -t, splat(0.0))};
}
INLINE verdict kl_verdict(real y, real t, double bend) {
  (void)bend;
  real ratio = t / y;
  return (verdict){weighted(t, log_of(ratio)), -ratio};
}
INLINE verdict cross_entropy_verdict(real y, real t, double bend) {
  (void)bend;
  return (verdict){-weighted(t, log_of(y)), -(t / y)};
}
INLINE verdict bce_verdict(real y, real t, double bend) {
  (void)bend;
  return (verdict){-(weighted(t, log_of(y)) + weighted(1.0 - t, log1p_of(-y))), (y - t) / (y * (1.0 - y))};
}

/// e^−|z|
INLINE real decay_of(real z) {
  exponential e = exponential_of(clamped(-magnitude(z), -800, 0), splat(0.0));
  return scaled(one_plus(e.p).high, e.k);
}

/// log(1 + e) for 0 ≤ e ≤ 1, to about two units in the last place: 2 artanh(f/(2 + f)) of f = e, or of what is left of
/// 1 + e once it is halved.
INLINE real log_one_plus_decay(real e) {
  mask halved = e > 0x1.a8p-2;
  real f = choose(halved, (e - 1.0) * 0.5, e);
  real s = f / (2.0 + f), square = s * s;
  real rest = s * square * fused(square, artanh_tail(square), splat(TWO_THIRDS));
  return choose(halved, splat(0x1.62e42fefa39efp-1), splat(0.0)) + (2.0 * s + rest);
}

/// The term of sigmoid and bce together, by z and e^−|z|.
INLINE real bce_term(real z, real decay, real t) {
  return canonical((choose(z > 0.0, z, splat(0.0)) - z * t) + log_one_plus_decay(decay));
}

/// Adds the terms of a loss to the lanes and, where `delta` is there, makes it scale·∂term/∂y.
#define TERMS(name)                                                                                                    \
  static void terms_##name(size_t count, const double *y, const double *t, double scale, double bend, double *lane,    \
                           double *delta) {                                                                            \
    for (size_t i = 0; i < count; i += LANES) {                                                                        \
      size_t n = count - i < LANES ? count - i : LANES;                                                                \
      verdict v = name##_verdict(take(y + i, n), take(t + i, n), bend);                                                \
      give(lane + i % 8, take(lane + i % 8, n) + v.term, n);                                                           \
      if (delta) give(delta + i, v.slope * scale, n);                                                                  \
    }                                                                                                                  \
  }
TERMS(square)
TERMS(absolute)
TERMS(huber)
TERMS(log_cosh)
TERMS(hinge)
TERMS(kl)
TERMS(cross_entropy)
TERMS(bce)
#undef TERMS

/// sigmoid and bce together: a = sigmoid(z), errors (a − t)·scale.
static void sigmoid_bce(size_t count, const double *z_, double *a_, const double *t, double scale, double *lane,
                        double *delta) {
  for (size_t i = 0; i < count; i += LANES) {
    size_t n = count - i < LANES ? count - i : LANES;
    real z = take(z_ + i, n), target = take(t + i, n), a = canonical(sigmoid_of(z));
    give(a_ + i, a, n);
    give(lane + i % 8, take(lane + i % 8, n) + bce_term(z, decay_of(z), target), n);
    if (delta) give(delta + i, (a - target) * scale, n);
  }
}

/// So few classes are turned, so that lanes run over samples: along a row most of them would be idle.
#define FEW_CLASSES 32

/// The sum of each column's lane, in the order of every sum.
INLINE real sum_of_lines(size_t count, const double *lines) {
  real lane[8] = {0};
  for (size_t j = 0; j < count; j += 8)
    EACH(l, 8) if (j + (size_t)l < count) lane[l] += load(lines + (j + (size_t)l) * LANES);
  return canonical(((lane[0] + lane[4]) + (lane[2] + lane[6])) + ((lane[1] + lane[5]) + (lane[3] + lane[7])));
}

/// y, the terms and the errors of softmax and cross_entropy, of few classes; `delta` may be null.
static void judge_few_classes(size_t rows, size_t columns, const double *z, double *a, const double *t, double scale,
                              double *terms, double *delta) {
  double less[FEW_CLASSES * LANES], target[FEW_CLASSES * LANES], y[FEW_CLASSES * LANES], term[FEW_CLASSES * LANES];
  for (size_t i = 0; i < rows; i += LANES) {
    size_t height = rows - i < LANES ? rows - i : LANES, at = i * columns, end = columns * LANES;
    copy_turned(columns, height, z + at, columns, less, LANES, LANES);
    copy_turned(columns, height, t + at, columns, target, LANES, LANES);
    real greatest = splat(-__builtin_inf());
    for (size_t j = 0; j < end; j += LANES) greatest = maximum_of(greatest, load(less + j));
    greatest = canonical(greatest);
    for (size_t j = 0; j < end; j += LANES) store(less + j, canonical(load(less + j) - greatest));
    map_exp(end, less, y, 0);
    real total = sum_of_lines(columns, y), weight = sum_of_lines(columns, target), logarithm = canonical(log_of(total));
    for (size_t j = 0; j < end; j += LANES) {
      real p = canonical(load(y + j) / total), q = load(target + j);
      store(term + j, weighted(q, logarithm - load(less + j)));
      store(less + j, (p * weight - q) * scale);
      store(y + j, p);
    }
    copy_turned(height, columns, y, LANES, a + at, columns, columns);
    copy_turned(height, columns, term, LANES, terms + at, columns, columns);
    if (delta) copy_turned(height, columns, less, LANES, delta + at, columns, columns);
  }
}

/// The same of any number of classes. `scratch` has room for 2·rows + 2·rows·columns.
static void judge_classes(size_t rows, size_t columns, const double *z, double *a, const double *t, double scale,
                          double *terms, double *delta, double *scratch) {
  double *logarithm = scratch, *weight = logarithm + rows, *less = weight + rows;
  for (size_t i = 0; i < rows; i++) {
    double greatest = reduce_greatest(columns, z + i * columns);
    combine_subtract(columns, z + i * columns, 1, &greatest, 0, less + i * columns);
  }
  map_exp(rows * columns, less, a, 0);
  for (size_t i = 0; i < rows; i++) {
    logarithm[i] = reduce_sum(columns, a + i * columns);
    combine_divide(columns, a + i * columns, 1, logarithm + i, 0, a + i * columns);
    weight[i] = reduce_sum(columns, t + i * columns);
  }
  map_log(rows, logarithm, logarithm, 0);
  for (size_t i = 0; i < rows; i++)
    for (size_t j = 0; j < columns; j += LANES) {
      size_t n = columns - j < LANES ? columns - j : LANES, at = i * columns + j;
      real y = take(a + at, n), target = take(t + at, n);
      give(terms + at, weighted(target, logarithm[i] - take(less + at, n)), n);
      if (delta) give(delta + at, (y * weight[i] - target) * scale, n);
    }
}

/// softmax and cross_entropy together, or kl where `divergence`: y = softmax(z), terms t·(log Σ e^(z − m) − (z − m)),
/// for kl t·log t more, errors (y·Σt − t)·scale. `scratch` has room for 2·rows + 3·rows·columns.
static void softmax_cross_entropy(size_t rows, size_t columns, const double *z, double *a, const double *t,
                                  bool divergence, double scale, double *lane, double *delta, double *scratch) {
  size_t count = rows * columns;
  double *terms = scratch;
  if (columns <= FEW_CLASSES) judge_few_classes(rows, columns, z, a, t, scale, terms, delta);
  else judge_classes(rows, columns, z, a, t, scale, terms, delta, terms + count);
  if (divergence)
    for (size_t i = 0; i < count; i += LANES) {
      size_t n = count - i < LANES ? count - i : LANES;
      real target = take(t + i, n);
      give(terms + i, take(terms + i, n) + weighted(target, log_of(target)), n);
    }
  for (size_t i = 0; i < count; i += LANES) {
    size_t n = count - i < LANES ? count - i : LANES;
    give(lane + i % 8, take(lane + i % 8, n) + take(terms + i, n), n);
  }
}

/// What the terms' sum is divided by, and what times the slope of a term is the slope of the loss.
typedef struct { double divisor, scale; } share;

INLINE share share_of(const ck_objective *objective, size_t rows, size_t columns) {
  double n = (double)rows, all = n * (double)columns;
  switch (objective->kind) {
  case CK_LOSS_MSE: return (share){all, 2.0 / all};
  case CK_LOSS_HALF_MSE: return (share){2.0 * n, 1.0 / n};
  case CK_LOSS_SSE: return (share){1.0, 2.0};
  case CK_LOSS_CROSS_ENTROPY:
  case CK_LOSS_KL: return (share){n, 1.0 / n};
  case CK_LOSS_MAE:
  case CK_LOSS_HUBER:
  case CK_LOSS_LOG_COSH:
  case CK_LOSS_HINGE:
  case CK_LOSS_BCE:
  case CK_LOSS_CUSTOM: return (share){all, 1.0 / all};
  }
  return (share){1.0, 1.0};
}

/// Whether the loss is bce of a sigmoid, which are computed together.
INLINE bool is_logistic(const ck_layer *last, const ck_objective *objective) {
  return objective->kind == CK_LOSS_BCE && last->activation == CK_ACTIVATION_SIGMOID;
}

/// Activates the last layer, whose z is there, adds its batch's terms to the lanes and, where `backward`, sets its δ.
static void judge(size_t rows, const ck_layer *layer, const ck_objective *objective, const double *t, double scale,
                  double *lane, bool backward, double *scratch) {
  size_t columns = layer->outputs, count = rows * columns;
  double *z = layer->z, *y = layer->a, *delta = backward ? layer->delta : NULL, bend = objective->bend;
  bool is_softmax = layer->activation == CK_ACTIVATION_SOFTMAX;
  if (is_logistic(layer, objective)) {
    sigmoid_bce(count, z, y, t, scale, lane, delta);
    return;
  }
  if (is_softmax && (objective->kind == CK_LOSS_CROSS_ENTROPY || objective->kind == CK_LOSS_KL)) {
    softmax_cross_entropy(rows, columns, z, y, t, objective->kind == CK_LOSS_KL, scale, lane, delta, scratch);
    return;
  }
  activate(rows, layer, scratch);
  switch (objective->kind) {
  case CK_LOSS_MSE:
  case CK_LOSS_HALF_MSE:
  case CK_LOSS_SSE: terms_square(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_MAE: terms_absolute(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_HUBER: terms_huber(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_LOG_COSH: terms_log_cosh(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_HINGE: terms_hinge(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_KL: terms_kl(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_CUSTOM:
    run_program(objective->term, count, (const double *[]){y, t}, scratch, scratch + count);
    for (size_t i = 0; i < count; i += LANES) {
      size_t n = count - i < LANES ? count - i : LANES;
      give(lane + i % 8, take(lane + i % 8, n) + take(scratch + i, n), n);
    }
    if (delta) {
      run_program(objective->slope, count, (const double *[]){y, t}, delta, scratch);
      combine_multiply(count, delta, 1, &scale, 0, delta);
    }
    break;
  case CK_LOSS_CROSS_ENTROPY: terms_cross_entropy(count, y, t, scale, bend, lane, delta); break;
  case CK_LOSS_BCE: terms_bce(count, y, t, scale, bend, lane, delta); break;
  }
  if (backward) carry_activation(rows, layer, scratch);
}

#endif
