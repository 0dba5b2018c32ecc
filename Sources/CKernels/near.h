// tanh and sigmoid of moderate arguments, to the bits of hyperbolic.h and activation.h and sooner. There the power of two
// of e^x = 2^k·(1 + p) is put back at the end, since it may be smaller than any double. Here it is not, and multiplying
// by it is exact wherever it is done: so it is done on the way, while other numbers are waited for.
#ifndef CK_NEAR_H
#define CK_NEAR_H
#include "activation.h"
#include "quotients.h"

/// Arguments of these and larger sizes are far.
#define TANH_NEAR 18.0
#define SIGMOID_NEAR 200.0

/// e^x as factor + p, the factor a power of two.
typedef struct { real factor; pair p; } near_exponential;

/// For x = −|size|·times in −2·SIGMOID_NEAR … 0, `times` being 1 or 2; the operations are those of `exponential_of`.
INLINE near_exponential near_exponential_of(real size, double times) {
  real negative = as_real(as_bits(size) | INT64_MIN), x = negative * times;
  real shifted = fused(negative, splat(LOG2_E * times), splat(ROUNDING_SHIFT)), k = shifted - ROUNDING_SHIFT;
  real factor = as_real((as_bits(shifted) << 52) + as_bits(splat(1.0))), half = factor * 0.5;
  pair r = ordered_sum(fused(-k, splat(LN2_HIGH), x), k * -LN2_LOW);

  pair square = product_of(r.high, r.high);
  real cube = r.high * square.high * factor, low = r.low * factor;
  real tail = cube * exponential_tail(r.high, square.high);
  pair p = ordered_sum(r.high * factor, square.high * half);
  p.low += square.low * half + (tail + fused(low, r.high, low));
  return (near_exponential){factor, p};
}

/// a/b rounded, as `quotient_of` has it.
INLINE real near_quotient(pair a, pair b, enum quotients how) {
  real reciprocal = over(splat(1.0), b.high, how);
  real q = a.high * reciprocal;
  real rest = fused(-q, b.high, a.high) + (a.low - q * b.low);
  return q + rest * reciprocal;
}

/// tanh x for |x| < TANH_NEAR, so that 2^k − 1 is exact; the sign of t does not matter to the size of the quotient.
INLINE real tanh_near(real x, enum quotients how) {
  near_exponential e = near_exponential_of(x, 2);
  pair b = ordered_sum(e.factor - 1.0, e.p.high);
  pair t = ordered_sum(b.high, b.low + e.p.low);
  return with_sign_of(near_quotient(t, raised(2.0, t), how), x);
}

/// sigmoid and e^−|x| for |x| < SIGMOID_NEAR
typedef struct { real sigmoid, decay; } near_logistic;

INLINE near_logistic logistic_near(real x, enum quotients how) {
  near_exponential e = near_exponential_of(x, 1);
  pair s = ordered_sum(e.factor, e.p.high);
  pair m = ordered_sum(s.high, s.low + e.p.low);
  pair one = ordered_sum(splat(1.0), m.high);
  mask right = x >= 0.0;
  pair numerator = {choose(right, splat(1.0), m.high), choose(right, splat(0.0), m.low)};
  return (near_logistic){near_quotient(numerator, (pair){one.high, one.low + m.low}, how), m.high};
}

/// Whether all lanes are nearer to 0 than the bound.
INLINE bool are_near(real x, double bound) { return !any(~(magnitude(x) < bound)); }

INLINE real tanh_of(real x) { return are_near(x, TANH_NEAR) ? tanh_near(x, WHOLE) : tanh_far(x); }
INLINE real sigmoid_of(real x) {
  return are_near(x, SIGMOID_NEAR) ? logistic_near(x, WHOLE).sigmoid : sigmoid_far(x);
}

#endif
