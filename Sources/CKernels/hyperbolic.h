// sinh, cosh and tanh from e^|x| in two parts, so that neither the difference nor the quotient costs accuracy.
#ifndef CK_HYPERBOLIC_H
#define CK_HYPERBOLIC_H
#include "exponential.h"

/// a/b
INLINE pair quotient_of(pair a, pair b) {
  real reciprocal = 1.0 / b.high;
  real q = a.high * reciprocal;
  real rest = fused(-q, b.high, a.high) + (a.low - q * b.low);
  return (pair){q, rest * reciprocal};
}

/// value + t for a value not smaller than t
INLINE pair raised(double value, pair t) {
  pair s = ordered_sum(splat(value), t.high);
  return (pair){s.high, s.low + t.low};
}

/// For every x; near.h has what is sooner where it may.
INLINE real tanh_far(real x) {
  real size = clamped(magnitude(x), 0, 24);
  pair t = minus_one(exponential_of(size * -2.0, splat(0.0)), 1.0);
  pair q = quotient_of((pair){-t.high, -t.low}, raised(2.0, t));
  return with_sign_of(q.high + q.low, x);
}

/// sinh = (t + t/(t + 1))/2 with t = e^|x| − 1; from 2^40 on e^−|x| no longer counts.
INLINE real sinh_of(real x) {
  real size = clamped(magnitude(x), 0, 800);
  exponential e = exponential_of(size, splat(0.0));
  real large = scaled(one_plus(e.p).high, e.k - 1.0);

  e.k = clamped(e.k, 0, 64);
  pair t = minus_one(e, 1.0);
  pair one = sum_of(splat(1.0), t.high);
  pair q = quotient_of(t, (pair){one.high, one.low + t.low});
  pair sum = ordered_sum(t.high, q.high);
  real small = (sum.high + (sum.low + (t.low + q.low))) * 0.5;

  real y = choose(e.k < 64.0, small, large);
  return with_sign_of(choose(size < 0x1p-30, size, y), x);
}

INLINE real cosh_of(real x) {
  exponential e = exponential_of(clamped(magnitude(x), 0, 800), splat(0.0));
  pair m = one_plus(e.p);
  real large = scaled(m.high, e.k - 1.0);

  e.k = clamped(e.k, 0, 64);
  real factor = power_of_two(e.k);
  pair t = {m.high * factor, m.low * factor};
  pair q = quotient_of((pair){splat(1.0), splat(0.0)}, t);
  pair sum = ordered_sum(t.high, q.high);
  real small = (sum.high + (sum.low + (t.low + q.low))) * 0.5;
  return choose(e.k < 64.0, small, large);
}

#endif
