// x^y = e^(y·log |x|), the product in two parts. What IEEE 754 and C99 lay down for zeros, infinities and negative
// bases comes after, by selection. x^2 is x·x and x^-1 is 1/x, with their one rounding.
#ifndef CK_POWER_H
#define CK_POWER_H
#include "logarithm.h"

INLINE mask is_integral(real y) {
  real size = magnitude(y);
  return (size >= 0x1p52) | (((size + 0x1p52) - 0x1p52) == size);
}

INLINE mask is_odd_integer(real y) {
  real size = magnitude(y);
  // Below 2^53 the last bit of an integer shows in y + 2^52, or in y itself from 2^52 on.
  bits n = as_bits(choose(size < 0x1p52, size + 0x1p52, size));
  return is_integral(y) & (size < 0x1p53) & ((n & 1) != 0);
}

INLINE real power_of(real x, real y) {
  const double infinity = __builtin_inf();
  real base = magnitude(x);
  pair l = log_pair(base);
  pair p = product_of(y, l.high);
  p.low = fused(y, l.low, p.low);
  mask ordinary = magnitude(p.high) < 800.0;
  exponential e = exponential_of(clamped(p.high, -800, 800), choose(ordinary, p.low, splat(0.0)));
  real result = scaled(one_plus(e.p).high, e.k);

  // A base of 0 or infinity, an infinite exponent: 0, 1 or infinity by the side on which the base lies of 1.
  mask grows = (base > 1.0) == (y > 0.0);
  mask edge = (base == 0.0) | (base == infinity) | (magnitude(y) == infinity);
  real limit = choose(grows, splat(infinity), splat(0.0));
  limit = choose(base == 1.0, splat(1.0), limit);
  result = choose(edge, limit, result);

  mask odd = is_odd_integer(y);
  result = choose((x < 0.0) & (base < infinity) & ~is_integral(y), splat(__builtin_nan("")), result);
  result = as_real(as_bits(result) | (sign_bit(x) & odd));
  result = choose(y == 2.0, x * x, result);
  result = choose(y == -1.0, 1.0 / x, result);
  result = choose(is_nan(x) | is_nan(y), x + y, result);
  return choose((y == 0.0) | (x == 1.0), splat(1.0), result);
}

#endif
