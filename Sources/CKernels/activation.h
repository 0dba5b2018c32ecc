// The activations of networks.
#ifndef CK_ACTIVATION_H
#define CK_ACTIVATION_H
#include "hyperbolic.h"
#include "logarithm.h"

/// scale and scale·alpha of "Self-Normalizing Neural Networks" (Klambauer et al., 2017), each in two parts
#define SELU_SCALE 0x1.0cfabd6a91132p+0
#define SELU_SCALE_LOW 0x1.6fc7d272f2695p-55
#define SELU_SLOPE 0x1.c212cc640f031p+0
#define SELU_SLOPE_LOW 0x1.05161b045a1fep-56

INLINE real relu_of(real x) { return choose(x > 0.0, x, choose(x == x, splat(0.0), x)); }
INLINE real leaky_relu_of(real x, real slope) { return choose(x > 0.0, x, x * slope); }

/// product + rest. An infinite product has no rest, and that of a tiny one underflows: rounded twice it would do harm.
INLINE real with_rest(real product, real rest) {
  real size = magnitude(product);
  return choose((size > 0x1p-900) & (size < __builtin_inf()), product + rest, product);
}

/// (high + low)·(e^x − 1) for x ≤ 0
INLINE real scaled_expm1(real x, real high, real low) {
  pair t = minus_one(exponential_of(clamped(x, -64, 0), splat(0.0)), 1.0);
  real product = high * t.high;
  real rest = fused(high, t.high, -product) + fused(high, t.low, low * t.high);
  return choose(magnitude(x) < 0x1p-60, x * high, with_rest(product, rest));
}

INLINE real elu_of(real x, real a) { return choose(x > 0.0, x, scaled_expm1(x, a, splat(0.0))); }

INLINE real selu_of(real x) {
  real positive = x * SELU_SCALE;
  real rest = fused(x, splat(SELU_SCALE), -positive) + x * SELU_SCALE_LOW;
  return choose(x > 0.0, with_rest(positive, rest), scaled_expm1(x, splat(SELU_SLOPE), splat(SELU_SLOPE_LOW)));
}

/// With E = e^−|x|: sigmoid is 1/(1 + E) on the right and E/(1 + E) on the left, silu x times that. E may be smaller
/// than any double; its power of two is put back at the very end.
typedef struct { pair m, denominator; real k; } logistic;

INLINE logistic logistic_of(real x) {
  exponential e = exponential_of(clamped(-magnitude(x), -800, 0), splat(0.0));
  pair m = one_plus(e.p);
  real factor = power_of_two(clamped(e.k, -200, 0));
  pair s = ordered_sum(splat(1.0), m.high * factor);
  return (logistic){m, {s.high, s.low + m.low * factor}, e.k};
}

/// For every x; near.h has what is sooner where it may.
INLINE real sigmoid_far(real x) {
  logistic l = logistic_of(x);
  mask right = x >= 0.0;
  pair numerator = {choose(right, splat(1.0), l.m.high), choose(right, splat(0.0), l.m.low)};
  pair q = quotient_of(numerator, l.denominator);
  return scaled(q.high + q.low, choose(right, splat(0.0), l.k));
}

INLINE real silu_of(real x) {
  logistic l = logistic_of(x);
  mask right = x >= 0.0;
  real limited = clamped(x, -800, 800);
  pair left = product_of(limited, l.m.high);
  left.low = fused(limited, l.m.low, left.low);
  pair numerator = {choose(right, limited, left.high), choose(right, splat(0.0), left.low)};
  pair q = quotient_of(numerator, l.denominator);
  real y = scaled(q.high + q.low, choose(right, splat(0.0), l.k));
  return with_sign_of(choose(x > 800.0, x, y), x);
}

/// log(1 + e^x) = max(x, 0) + log(1 + E)
INLINE real softplus_of(real x) {
  exponential e = exponential_of(clamped(-magnitude(x), -800, 0), splat(0.0));
  pair m = one_plus(e.p);
  real tiny = scaled(m.high, e.k);

  real factor = power_of_two(clamped(e.k, -200, 0));
  pair t = {m.high * factor, m.low * factor};
  // 1 + t, halved where it is above √2, less 1.
  mask halved = t.high > 0x1.a8p-2;
  pair less = ordered_sum(splat(-1.0), t.high);
  pair f = {choose(halved, less.high * 0.5, t.high), choose(halved, (less.low + t.low) * 0.5, t.low)};
  pair l = log_one_plus(f);
  real k = choose(halved, splat(1.0), splat(0.0));
  pair sum = ordered_sum(k * LN2_HIGH, l.high);
  pair logarithm = ordered_sum(sum.high, sum.low + fused(k, splat(LN2_LOW), l.low));

  pair total = sum_of(x, logarithm.high);
  real right = total.high + (total.low + logarithm.low);
  real y = choose(x > 0.0, right, choose(x < -64.0, tiny, logarithm.high));
  return choose(x > 800.0, x, y);
}

#endif
