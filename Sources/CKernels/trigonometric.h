// sin, cos, tan and their inverses.
#ifndef CK_TRIGONOMETRIC_H
#define CK_TRIGONOMETRIC_H

#include "far_angle.h"
#include "hyperbolic.h"
#include "polynomial.h"
#include "trigonometric_constants.h"

/// An angle less a multiple of π/2: |rest| ≤ π/4 (and a little), and the multiple, of which the low two bits count.
typedef struct { pair rest; bits quadrant; } angle;

/// The angle |x|. Up to 2^30, Cody and Waite: the multiple is taken off in three parts. The first difference is exact
/// since x and n·(the first part) share their last place. What is lost of the others stays below 2^-130, and no double
/// comes nearer to a multiple of π/2 than 2^-62.
INLINE angle reduced(real x) {
  x = magnitude(x);
  real shifted = x * 0x1.45f306dc9c883p-1 + ROUNDING_SHIFT;
  real n = shifted - ROUNDING_SHIFT;
  real first = fused(-n, splat(half_pi[0]), x);
  pair second = product_of(n, splat(half_pi[1]));
  pair left = sum_of(first, -second.high);
  real low = left.low - fused(n, splat(half_pi[2]), second.low);
  angle r = {ordered_sum(left.high, low), as_bits(shifted)};
  mask far = x > 0x1p30;
  if (__builtin_expect(any(far), 0))
    for (int i = 0; i < LANES; i++)
      if (far[i]) {
        ck_far_angle f = ck_far_angle_of(x[i]);
        r.rest.high[i] = f.high, r.rest.low[i] = f.low, r.quadrant[i] = f.quadrant;
      }
  return r;
}

/// sin and cos of the rest, as sums still to be rounded.
INLINE pair sine_of_rest(pair r) {
  real z = r.high * r.high;
  real series = SERIES(sine_series, z);
  return (pair){r.high, fused(z * r.high, series, fused(-0.5 * z, r.low, r.low))};
}

INLINE pair cosine_of_rest(pair r) {
  pair z = product_of(r.high, r.high);
  real half = 0.5 * z.high, most = 1.0 - half;
  real series = SERIES(cosine_series, z.high);
  real low = fused(z.high * z.high, series, -fused(r.high, r.low, 0.5 * z.low));
  return (pair){most, ((1.0 - most) - half) + low};
}

INLINE mask in_odd_quadrant(bits quadrant) { return -(quadrant & 1); }

INLINE real sin_of(real x) {
  angle r = reduced(x);
  pair s = sine_of_rest(r.rest), c = cosine_of_rest(r.rest);
  mask odd = in_odd_quadrant(r.quadrant);
  real value = choose(odd, c.high, s.high) + choose(odd, c.low, s.low);
  bits sign = ((r.quadrant & 2) << 62) ^ sign_bit(x);
  return as_real(as_bits(value) ^ sign);
}

INLINE real cos_of(real x) {
  angle r = reduced(x);
  pair s = sine_of_rest(r.rest), c = cosine_of_rest(r.rest);
  mask odd = in_odd_quadrant(r.quadrant);
  real value = choose(odd, s.high, c.high) + choose(odd, s.low, c.low);
  bits sign = ((r.quadrant + 1) & 2) << 62;
  return as_real(as_bits(value) ^ sign);
}

/// sin/cos, in odd quadrants −cos/sin.
INLINE real tan_of(real x) {
  angle r = reduced(x);
  pair s = sine_of_rest(r.rest), c = cosine_of_rest(r.rest);
  mask odd = in_odd_quadrant(r.quadrant);
  pair over = ordered_sum(choose(odd, c.high, s.high), choose(odd, c.low, s.low));
  pair under = ordered_sum(choose(odd, s.high, c.high), choose(odd, s.low, c.low));
  bits sign = (r.quadrant << 63) ^ sign_bit(x);
  pair q = quotient_of(over, under);
  return as_real(as_bits(q.high + q.low) ^ sign);
}

/// asin of s as a sum to be rounded, s.high being returned as it is: s is a up to 1/2, and √((1 − a)/2) above, where
/// asin a = π/2 − 2 asin s.
INLINE pair arc_sine_within(real a) {
  mask outer = a > 0.5;
  real z = choose(outer, (1.0 - a) * 0.5, a * a);
  real s = root(z);
  real s_low = choose(outer & (s > 0.0), fused(-s, s, z) / (2.0 * s), splat(0));
  s = choose(outer, s, a);
  real series = SERIES(arc_sine_series, z);
  return (pair){s, fused(z * s, series, fused(0.5 * z, s_low, s_low))};
}

INLINE real asin_of(real x) {
  real a = magnitude(x);
  pair s = arc_sine_within(a);
  pair outer = ordered_sum(splat(half_pi[0]), -2.0 * s.high);
  real far = outer.high + (outer.low + (half_pi[1] - 2.0 * s.low));
  return with_sign_of(choose(a > 0.5, far, s.high + s.low), x);
}

/// π/2 − asin x, 2 asin s, or π − 2 asin s: a base of 1, 0 or 2 times π/2, plus a multiple of the arc.
INLINE real acos_of(real x) {
  real a = magnitude(x);
  pair s = arc_sine_within(a);
  mask inner = a <= 0.5;
  real quarters = choose(inner, splat(1), choose(x > 0.0, splat(0), splat(2)));
  real factor = with_sign_of(choose(inner, splat(1), splat(2)), choose(inner, -x, x));
  pair sum = ordered_sum(quarters * half_pi[0], factor * s.high);
  return sum.high + (sum.low + fused(factor, s.low, quarters * half_pi[1]));
}

/// atan a = atan t plus 0, π/4 or π/2, where t is a, (a − 1)/(a + 1) or −1/a, whichever stays within tan(π/8).
INLINE real atan_of(real x) {
  real a = magnitude(x);
  a = choose(a > 0x1p100, splat(0x1p100), a);
  mask middle = (a > 0x1.a827ap-2) & (a <= 0x1.3504fp1), outer = a > 0x1.3504fp1;
  pair less = sum_of(a, splat(-1)), more = sum_of(a, splat(1));
  pair over = {choose(middle, less.high, choose(outer, splat(-1), a)), choose(middle, less.low, splat(0))};
  pair under = {choose(middle, more.high, choose(outer, a, splat(1))), choose(middle, more.low, splat(0))};
  pair t = quotient_of(over, under);
  real z = t.high * t.high;
  real low = fused(z * t.high, SERIES(arc_tangent_series, z), fused(-z, t.low, t.low));
  real quarters = choose(middle, splat(0.5), choose(outer, splat(1), splat(0)));
  pair sum = ordered_sum(quarters * half_pi[0], t.high);
  return with_sign_of(sum.high + (sum.low + fused(quarters, splat(half_pi[1]), low)), x);
}

#endif
