// The error function and the normal distribution function Φ, with one approximation of the tail behind both.
//
// The tail 2Φ(−s) = erfc(s/√2) is e^(−s²/2) · f(s)/(1 + s), where f stays between 0.79 and 1.01 on the whole half-line
// and so needs but one polynomial, in t = (s − 5)/(s + 5). All is carried in two parts to the last operation: gelu
// multiplies the tail, so it is the tail's relative error that counts.
#ifndef CK_NORMAL_H
#define CK_NORMAL_H

#include "hyperbolic.h"
#include "polynomial.h"
#include "trigonometric_constants.h"

/// (high + low)·2^k, k being integral.
typedef struct { pair value; real k; } scaled_pair;

/// e^−u for 0 ≤ u ≤ 800, the value in [0.7, 1.42]. The low part of u is below 2^-43: its square does not count.
INLINE scaled_pair decay(pair u) {
  exponential e = exponential_of(-u.high, splat(0.0));
  pair m = one_plus(e.p);
  m.low = fused(-m.high, u.low, m.low);
  return (scaled_pair){m, e.k};
}

/// 2Φ(−s) for 0 ≤ s ≤ 39, u being s²/2.
INLINE scaled_pair normal_tail(pair s, pair u) {
  pair less = sum_of(s.high, splat(-5)), more = sum_of(s.high, splat(5)), under = sum_of(s.high, splat(1));
  less.low += s.low, more.low += s.low, under.low += s.low;
  pair t = quotient_of(less, more);
  real series = SERIES(normal_tail_series, t.high);
  pair term = product_of(t.high, series);
  pair f = ordered_sum(splat(normal_tail_series_start[0]), term.high);
  real slope = SERIES(normal_tail_slope, t.high);
  f.low = f.low + (term.low + fused(t.low, slope, splat(normal_tail_series_start[1])));

  scaled_pair e = decay(u);
  pair over = product_of(e.value.high, f.high);
  over.low = over.low + fused(e.value.high, f.low, e.value.low * f.high);
  return (scaled_pair){quotient_of(over, under), e.k};
}

/// Up to 1/2 an odd series, beyond it 1 − the tail.
INLINE real erf_of(real x) {
  real a = magnitude(x);
  real z = a * a;
  pair start = product_of(a, splat(error_function_series_start[0]));
  real series = SERIES(error_function_series, z);
  real near = start.high + fused(a, fused(z, series, splat(error_function_series_start[1])), start.low);

  real b = clamped(a, 0, 6.5);
  pair s = product_of(b, splat(root_of_2[0]));
  s.low = fused(b, splat(root_of_2[1]), s.low);
  scaled_pair tail = normal_tail(s, product_of(b, b));
  real power = power_of_two(tail.k);
  pair rest = ordered_sum(splat(1), -tail.value.high * power);
  real far = rest.high + fused(-tail.value.low, power, rest.low);
  return with_sign_of(choose(a < 0.5, near, far), x);
}

/// x·Φ(x), with the sign of x throughout: −0 at −∞, its limit.
INLINE real gelu_of(real x) {
  real a = magnitude(x);
  real s = clamped(a, 0, 39);
  pair u = product_of(s, s);
  scaled_pair tail = normal_tail((pair){s, splat(0)}, (pair){0.5 * u.high, 0.5 * u.low});

  pair left = product_of(s, tail.value.high);
  real below = scaled(left.high + fused(s, tail.value.low, left.low), tail.k - 1.0);

  real power = power_of_two(clamped(tail.k, -200, 0) - 1.0);
  pair rest = ordered_sum(splat(1), -tail.value.high * power);
  real above = fused(a, rest.high, a * fused(-tail.value.low, power, rest.low));
  above = choose(a > 39.0, a, above);
  return with_sign_of(choose(x > 0.0, above, below), x);
}

#endif
