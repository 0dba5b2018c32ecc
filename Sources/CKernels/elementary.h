// The operations that are one instruction, a comparison or a few bits.
#ifndef CK_ELEMENTARY_H
#define CK_ELEMENTARY_H
#include "arithmetic.h"

INLINE real one_where(mask m) { return as_real(m & as_bits(splat(1.0))); }

INLINE real negative_of(real x) { return -x; }
INLINE real not_of(real x) { return one_where(x == 0.0); }
INLINE real abs_of(real x) { return magnitude(x); }
INLINE real sqrt_of(real x) { return root(x); }
INLINE real sign_of(real x) { return choose(x == x, one_where(x > 0.0) - one_where(x < 0.0), x); }
INLINE real step_of(real x) { return choose(x == x, one_where(x >= 0.0), x); }

/// x to an integer, ties to even, for |x| < 2^52.
INLINE real to_integer(real x) { return with_sign_of((magnitude(x) + 0x1p52) - 0x1p52, x); }

/// Ties away from zero, as people round. From 2^52 on every number is an integer.
INLINE real round_of(real x) {
  real size = magnitude(x), n = to_integer(size);
  n = choose(size - n == 0.5, n + 1.0, n);
  return choose(size < 0x1p52, with_sign_of(n, x), x);
}

INLINE real floor_of(real x) {
  real n = to_integer(x);
  n = choose(n > x, n - 1.0, n);
  return choose(magnitude(x) < 0x1p52, n, x);
}

INLINE real ceil_of(real x) { return -floor_of(-x); }

INLINE real add_of(real a, real b) { return a + b; }
INLINE real subtract_of(real a, real b) { return a - b; }
INLINE real multiply_of(real a, real b) { return a * b; }
INLINE real divide_of(real a, real b) { return a / b; }

/// NaN where either is; of two zeros −0 is the smaller. Equal numbers differ in nothing but a zero's sign.
INLINE real minimum_of(real a, real b) {
  real y = choose(a < b, a, b);
  y = choose(a == b, as_real(as_bits(a) | as_bits(b)), y);
  return choose(is_nan(a), a, y);
}
INLINE real maximum_of(real a, real b) {
  real y = choose(a > b, a, b);
  y = choose(a == b, as_real(as_bits(a) & as_bits(b)), y);
  return choose(is_nan(a), a, y);
}

INLINE real less_of(real a, real b) { return one_where(a < b); }
INLINE real less_equal_of(real a, real b) { return one_where(a <= b); }
INLINE real greater_of(real a, real b) { return one_where(a > b); }
INLINE real greater_equal_of(real a, real b) { return one_where(a >= b); }
INLINE real equal_of(real a, real b) { return one_where(a == b); }
INLINE real not_equal_of(real a, real b) { return one_where(a != b); }
/// Every number but 0 is true, NaN too.
INLINE real and_of(real a, real b) { return one_where((a != 0.0) & (b != 0.0)); }
INLINE real or_of(real a, real b) { return one_where((a != 0.0) | (b != 0.0)); }

#endif
