// Logarithms: x = 2^k·m with √½ ≤ m < √2, log m = 2 artanh((m − 1)/(m + 1)) by one division and a polynomial whose
// first two terms are carried in two parts. The coefficients come from Tests/KernelsTests/accuracy/polynomials.py.
#ifndef CK_LOGARITHM_H
#define CK_LOGARITHM_H
#include "exponential.h"

/// Further constants in two parts; that of log10 2 has 42 bits in the first, so that its products by k are exact.
#define LOG2_E_LOW 0x1.777d0ffda0d24p-56
#define LOG10_E 0x1.bcb7b1526e50ep-2
#define LOG10_E_LOW 0x1.95355baaafad3p-57
#define LOG10_2_HIGH 0x1.34413509f7800p-2
#define LOG10_2_LOW 0x1.fef311f12b358p-46
#define TWO_THIRDS 0x1.5555555555555p-1
#define TWO_THIRDS_LOW 0x1.5555555555555p-55

/// (2 artanh(s) − 2s − ⅔s³) / s⁵ in z = s²
INLINE real artanh_tail(real z) {
  real square = z * z;
  real a = fused(z, splat(0x1.24924924923a2p-2), splat(0x1.999999999999ap-2));
  real b = fused(z, splat(0x1.745d176143991p-3), splat(0x1.c71c71c71e135p-3));
  real c = fused(z, splat(0x1.1117db6f606ecp-3), splat(0x1.3b139c60a05e5p-3));
  real d = fused(z, splat(0x1.df2ee8e044671p-4), splat(0x1.df9f0bf411f0cp-4));
  a = fused(b, square, a);
  c = fused(d, square, c);
  return fused(c, square * square, a);
}

/// log(1 + f) for 1 + f in √½ … √2; the error is below 2^-64 of it.
INLINE pair log_one_plus(pair f) {
  real d = 2.0 + f.high, d_low = f.high - (d - 2.0);
  real reciprocal = 1.0 / d;
  real s = f.high * reciprocal;
  real s_low = (fused(-s, d, f.high) + (f.low - s * (d_low + f.low))) * reciprocal;

  pair z = product_of(s, s);
  pair cube = product_of(z.high, s);
  cube.low = fused(z.low, s, cube.low);
  pair third = product_of(splat(TWO_THIRDS), cube.high);
  third.low += fused(splat(TWO_THIRDS), cube.low, TWO_THIRDS_LOW * cube.high);
  real rest = cube.high * (z.high * artanh_tail(z.high));

  // The derivative of 2 artanh(s) is 2/(1 − z).
  real slope = 2.0 + 2.0 * fused(z.high, z.high, z.high);
  pair sum = ordered_sum(s * 2.0, third.high);
  return ordered_sum(sum.high, sum.low + (rest + fused(s_low, slope, third.low)));
}

/// x = 2^k·(1 + f), 1 + f in √½ … √2, for a positive finite x.
typedef struct { real k, f; } binade;

INLINE binade binade_of(real x) {
  mask tiny = x < 0x1p-1022;
  x = choose(tiny, x * 0x1p54, x);
  const bits least = as_bits(splat(0x1.6a09e667f3bcdp-1));
  bits n = as_bits(x) + (as_bits(splat(1.0)) - least);
  // The exponent field of a positive number, as an integer below 2^52 laid into the bits of 2^52.
  real k = as_real((n >> 52) | as_bits(splat(0x1p52))) - (0x1p52 + 1023);
  real m = as_real((n & 0xFFFFFFFFFFFFF) + least);
  return (binade){choose(tiny, k - 54.0, k), m - 1.0};
}

/// log x for a positive finite x; the error is below 2^-64 of it.
INLINE pair log_pair(real x) {
  binade b = binade_of(x);
  pair l = log_one_plus((pair){b.f, splat(0.0)});
  pair sum = ordered_sum(b.k * LN2_HIGH, l.high);
  return ordered_sum(sum.high, sum.low + fused(b.k, splat(LN2_LOW), l.low));
}

/// What every logarithm is outside the positive finite numbers.
INLINE real at_log_edges(real x, real y) {
  y = choose(x == __builtin_inf(), x, y);
  y = choose(x == 0.0, splat(-__builtin_inf()), y);
  return choose(x >= 0.0, y, splat(__builtin_nan("")));
}

INLINE real log_of(real x) { return at_log_edges(x, log_pair(x).high); }

INLINE real log2_of(real x) {
  binade b = binade_of(x);
  pair l = log_one_plus((pair){b.f, splat(0.0)});
  pair p = product_of(l.high, splat(LOG2_E));
  p.low += fused(l.low, splat(LOG2_E), l.high * LOG2_E_LOW);
  pair sum = ordered_sum(b.k, p.high);
  return at_log_edges(x, sum.high + (sum.low + p.low));
}

INLINE real log10_of(real x) {
  binade b = binade_of(x);
  pair l = log_one_plus((pair){b.f, splat(0.0)});
  pair p = product_of(l.high, splat(LOG10_E));
  p.low += fused(l.low, splat(LOG10_E), l.high * LOG10_E_LOW);
  pair sum = ordered_sum(b.k * LOG10_2_HIGH, p.high);
  return at_log_edges(x, sum.high + (sum.low + fused(b.k, splat(LOG10_2_LOW), p.low)));
}

/// log(1 + x). Where 1 + x needs no power of two taken out, f is x itself; elsewhere the part of x that the sum lost is
/// carried along.
INLINE real log1p_of(real x) {
  pair u = sum_of(splat(1.0), x);
  binade b = binade_of(u.high);
  mask near = b.k == 0.0;
  real f_low = u.low * power_of_two(clamped(-b.k, -1022, 1022));
  pair f = {choose(near, x, b.f), choose(near, splat(0.0), f_low)};
  pair l = log_one_plus(f);
  pair sum = ordered_sum(b.k * LN2_HIGH, l.high);
  real y = sum.high + (sum.low + fused(b.k, splat(LN2_LOW), l.low));
  y = choose(x == __builtin_inf(), x, y);
  y = choose(x == -1.0, splat(-__builtin_inf()), y);
  y = choose(x >= -1.0, y, splat(__builtin_nan("")));
  return choose(magnitude(x) < 0x1p-60, x, y);
}

#endif
