// The fused multiply-add of a level: the processor's own, or the same bits from plain additions and multiplications.
#ifdef EMULATE_FMA

/// Dekker's exact product, two-sum, and a last addition whose small operand was rounded to odd (Boldo and Melquiond,
/// "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to odd", 2008). Lanes whose product
/// is so small that its error underflows, or in which something overflowed, are computed by integers instead.
INLINE real fused(real a, real b, real c) {
  real p = a * b;
  real a1 = a * 0x1.0000002p27, b1 = b * 0x1.0000002p27;
  a1 = a1 - (a1 - a);
  b1 = b1 - (b1 - b);
  real a2 = a - a1, b2 = b - b1;
  real e = a2 * b2 - (((p - a1 * b1) - a2 * b1) - a1 * b2);

  real t = c + e, u = t - c;
  real t2 = (c - (t - u)) + (e - u);
  real v = p + t, w = v - p;
  real v2 = (p - (v - w)) + (t - w);
  real s = t2 + v2, x = s - t2;
  real error = (t2 - (s - x)) + (v2 - x);

  // To odd: an inexact sum whose last bit is 0 moves one step towards what was lost.
  bits n = as_bits(s);
  mask inexact = error != 0.0;
  mask away = (as_bits(error) ^ n) >= 0;
  bits step = (away & 1) | (~away & -1);
  n += step & inexact & ((n & 1) - 1);
  real result = v + as_real(n);

  mask zero = (a == 0.0) | (b == 0.0);
  result = choose(zero, p + c, result);
  mask good = (magnitude(result) < __builtin_inf()) & ((magnitude(p) >= 0x1p-900) | zero);
  if (__builtin_expect(any(~good), 0))
    for (int i = 0; i < LANES; i++)
      if (!good[i]) result[i] = ck_exact_fma(a[i], b[i], c[i]);
  return result;
}

INLINE double fused1(double a, double b, double c) { return fused(splat(a), splat(b), splat(c))[0]; }

#else

INLINE real fused(real a, real b, real c) { return __builtin_elementwise_fma(a, b, c); }
INLINE double fused1(double a, double b, double c) { return __builtin_fma(a, b, c); }

#endif
