// The fused multiply-add of a level: the processor's own, or the same bits from plain additions and multiplications.
#ifdef EMULATE_FMA

/// What a·b loses when it is rounded to p, exact unless it underflows (Dekker, "A floating-point technique for extending
/// the available precision", 1971).
INLINE real dekker_error(real a, real b, real p) {
  real a1 = a * 0x1.0000002p27, b1 = b * 0x1.0000002p27;
  a1 = a1 - (a1 - a);
  b1 = b1 - (b1 - b);
  real a2 = a - a1, b2 = b - b1;
  return a2 * b2 - (((p - a1 * b1) - a2 * b1) - a1 * b2);
}

/// The lanes of y that are not good, computed by integers.
INLINE real exact_where_not(mask good, real y, real a, real b, real c) {
  if (__builtin_expect(any(~good), 0))
    for (int i = 0; i < LANES; i++)
      if (!good[i]) y[i] = ck_exact_fma(a[i], b[i], c[i]);
  return y;
}

/// a·b + c by Dekker's product, a two-sum, and a last addition whose small operand was rounded to odd (Boldo and
/// Melquiond, "Emulation of a FMA and correctly rounded sums: proved algorithms using rounding to odd", 2008). Lanes
/// whose product is so small that its error underflows, or in which something overflowed, are computed by integers.
INLINE real fused(real a, real b, real c) {
  real p = a * b, e = dekker_error(a, b, p);
  real t = c + e, u = t - c;
  real t2 = (c - (t - u)) + (e - u);
  real v = p + t, w = v - p;
  real v2 = (p - (v - w)) + (t - w);
  real s = t2 + v2, x = s - t2;
  real error = (t2 - (s - x)) + (v2 - x);

  // To odd: an inexact sum whose last bit is 0 moves one step towards what was lost.
  bits n = as_bits(s);
  mask inexact = error != 0.0;
  bits step = 1 - ((as_bits(error) ^ n) >> 62 & 2);
  n += step & inexact & ((n & 1) - 1);
  real result = v + as_real(n);

  mask zero = (a == 0.0) | (b == 0.0);
  result = choose(zero, p + c, result);
  mask good = (magnitude(result) < __builtin_inf()) & ((magnitude(p) >= 0x1p-900) | zero);
  return exact_where_not(good, result, a, b, c);
}

/// a·b − p for p = a·b rounded
INLINE real product_error(real a, real b, real p) {
  real e = dekker_error(a, b, p) + 0.0;  // + 0 makes a zero positive, as the fused operation does
  mask good = (magnitude(e) < __builtin_inf()) & ((magnitude(p) >= 0x1p-900) | (a == 0.0) | (b == 0.0));
  return exact_where_not(good, e, a, b, -p);
}


#else

INLINE real fused(real a, real b, real c) { return __builtin_elementwise_fma(a, b, c); }
INLINE real product_error(real a, real b, real p) { return fused(a, b, -p); }

#endif
