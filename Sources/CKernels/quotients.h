// Quotients and roots. The units for them are few: the narrower operation is over sooner, and where many quotients are
// wanted, multiplications are through sooner. The results are those of / and √ to the bit.
#ifndef CK_QUOTIENTS_H
#define CK_QUOTIENTS_H
#include "arithmetic.h"

/// LOWER: the lanes of the upper half may be anything.
enum quotients { WHOLE, LOWER };
/// So many quotients at a time are worth multiplications; of more, beside the roots of the next, registers overflow.
#define QUOTIENTS 2

#if LANES == 8

/// Where `product_quotients` are right: b positive and neither large nor small nor next to a power of two from below, so
/// that no part of the computation overflows or underflows; a of any sign, or 0.
INLINE mask has_product_quotient(real a, real b) {
  const bits nearly_two = splat_bits(0x000FFFC000000000);
  bits m = as_bits(magnitude(a)), n = as_bits(b);
  mask moderate = (m > as_bits(splat(0x1p-900))) & (m < as_bits(splat(0x1p900)));
  return (moderate | (m == 0)) & (n > as_bits(splat(0x1p-60))) & (n < as_bits(splat(0x1p60))) &
         ((n & nearly_two) != nearly_two);
}

/// a/b by multiplications, rounded as the division is (Markstein, "Computation of elementary functions on the IBM RISC
/// System/6000 processor", 1990). Let B < 2^53 be b's significand.
///
/// The integer subtraction gives 1/b within 5.1 %; four of Newton's steps square that to below 2^-68, so that y is within
/// 1/2 + 2^-15 units in the last place of 1/b, which is B·(1 + 2^-14)/2^106 of it at most. q is then within 1.6 units of
/// a/b, the first correction brings it to one of the two neighbours of a/b, and the second adds a remainder that is exact
/// and not above a half unit, less than (1 + 2^-14)·B/2^107 units off. But no quotient is closer than 1/(2B) units to the
/// middle between two neighbours, which is more, B being below 2^53·(1 − 2^-15): both are rounded alike.
INLINE void product_quotients(real *a, const real *b) {
  real y[QUOTIENTS], q[QUOTIENTS], rest[QUOTIENTS];
  EACH(k, QUOTIENTS) y[k] = as_real(splat_bits(0x7FDE622D0E56031D) - as_bits(b[k]));
  EACH(step, 4) {
    EACH(k, QUOTIENTS) rest[k] = fused(-b[k], y[k], splat(1.0));
    EACH(k, QUOTIENTS) y[k] = fused(rest[k], y[k], y[k]);
  }
  EACH(k, QUOTIENTS) q[k] = a[k] * y[k];
  EACH(step, 2) {
    EACH(k, QUOTIENTS) rest[k] = fused(-b[k], q[k], a[k]);
    EACH(k, QUOTIENTS) q[k] = fused(rest[k], y[k], q[k]);
  }
  EACH(k, QUOTIENTS) a[k] = with_sign_of(q[k], a[k]);
}

/// a/b in place of a.
INLINE void divide_many(real *a, const real *b) {
  mask fit = ~(mask){0};
  EACH(k, QUOTIENTS) fit &= has_product_quotient(a[k], b[k]);
  if (__builtin_expect(!any(~fit), 1)) product_quotients(a, b);
  else EACH(k, QUOTIENTS) a[k] = a[k] / b[k];
}

typedef double half_real __attribute__((vector_size(32)));
INLINE half_real lower_half(real x) { return __builtin_shufflevector(x, x, 0, 1, 2, 3); }
INLINE real from_lower_half(half_real x) { return __builtin_shufflevector(x, x, 0, 1, 2, 3, 0, 1, 2, 3); }

INLINE real over(real a, real b, enum quotients how) {
  return how == LOWER ? from_lower_half(lower_half(a) / lower_half(b)) : a / b;
}
INLINE real root_of(real x, enum quotients how) {
  return how == LOWER ? from_lower_half(__builtin_elementwise_sqrt(lower_half(x))) : root(x);
}

#else

INLINE void divide_many(real *a, const real *b) { EACH(k, QUOTIENTS) a[k] = a[k] / b[k]; }
INLINE real over(real a, real b, enum quotients how) { return (void)how, a / b; }
INLINE real root_of(real x, enum quotients how) { return (void)how, root(x); }

#endif

#endif
