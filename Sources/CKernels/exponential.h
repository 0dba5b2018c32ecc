// e^x and e^x − 1: x = k·ln 2 + r with |r| ≤ ln 2 / 2, then a polynomial in r. The coefficients come from
// Tests/KernelsTests/accuracy/polynomials.py. Everything is carried in two parts, so that the functions built on these
// lose nothing.
#ifndef CK_EXPONENTIAL_H
#define CK_EXPONENTIAL_H
#include "arithmetic.h"

/// The nearest double to log2 e, and ln 2 in two parts of which the first has 42 bits: its products by k are exact.
#define LOG2_E 0x1.71547652b82fep+0
#define LN2_HIGH 0x1.62e42fefa3800p-1
#define LN2_LOW 0x1.ef35793c76730p-45

/// e^x = 2^k·(1 + p).
typedef struct { real k; pair p; } exponential;

/// x itself, or the bound it passes; NaN stays.
INLINE real clamped(real x, double least, double greatest) {
  x = choose(x < least, splat(least), x);
  return choose(x > greatest, splat(greatest), x);
}

/// (e^r − 1 − r − r²/2) / r³
INLINE real exponential_tail(real r, real square) {
  real fourth = square * square;
  real a = fused(r, splat(0x1.5555555555557p-5), splat(0x1.5555555555557p-3));
  real b = fused(r, splat(0x1.6c16c16c15780p-10), splat(0x1.111111110ff48p-7));
  real c = fused(r, splat(0x1.a01a01ab122d4p-16), splat(0x1.a01a01acc3fcfp-13));
  real d = fused(r, splat(0x1.27e4d148a1636p-22), splat(0x1.71ddffab15801p-19));
  real e = fused(r, splat(0x1.1f83d9c2dffc4p-29), splat(0x1.af52b5d1f3ff6p-26));
  a = fused(b, square, a);
  c = fused(d, square, c);
  c = fused(e, fourth, c);
  return fused(c, fourth, a);
}

/// e^(x + low) for |x| ≤ 1000 and a low part far smaller than x; the error is below 2^-58 of p.
INLINE exponential exponential_of(real x, real low) {
  real k = fused(x, splat(LOG2_E), splat(ROUNDING_SHIFT)) - ROUNDING_SHIFT;
  pair r = ordered_sum(fused(-k, splat(LN2_HIGH), x), low - k * LN2_LOW);

  pair square = product_of(r.high, r.high);
  real tail = r.high * square.high * exponential_tail(r.high, square.high);
  pair p = ordered_sum(r.high, square.high * 0.5);
  p.low += square.low * 0.5 + (tail + fused(r.low, r.high, r.low));
  return (exponential){k, p};
}

/// 1 + p for |p| < 1.
INLINE pair one_plus(pair p) {
  pair s = ordered_sum(splat(1.0), p.high);
  return ordered_sum(s.high, s.low + p.low);
}

/// (2^k·(1 + p) − 1)·unit for a unit that is a power of two, k + log2 unit being in −1022 … 1023.
INLINE pair minus_one(exponential e, double unit) {
  real factor = power_of_two(e.k) * unit;
  pair a = sum_of(factor, splat(-unit));
  pair b = sum_of(a.high, factor * e.p.high);
  return ordered_sum(b.high, b.low + (a.low + factor * e.p.low));
}

INLINE real exp_of(real x) {
  exponential e = exponential_of(clamped(x, -800, 800), splat(0.0));
  pair s = one_plus(e.p);
  return scaled(s.high, e.k);
}

INLINE real expm1_of(real x) {
  exponential e = exponential_of(clamped(x, -64, 800), splat(0.0));
  pair t = minus_one(e, 1.0);
  real y = choose(e.k > 64.0, scaled(one_plus(e.p).high, e.k), t.high + t.low);
  return choose(magnitude(x) < 0x1p-60, x, y);
}

#endif
