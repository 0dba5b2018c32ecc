// Moving numbers between arrays and lanes. An array's last few elements travel in lanes filled up with zeros;
// nothing beyond them is touched.
#ifndef CK_LANES_H
#define CK_LANES_H
#include "arithmetic.h"

typedef real unaligned_real __attribute__((aligned(8)));

INLINE real load(const double *x) { return *(const unaligned_real *)x; }
INLINE void store(double *y, real value) { *(unaligned_real *)y = value; }

/// All ones in the first `count` lanes.
INLINE mask first_lanes(size_t count) {
  mask m = {0};
  for (int i = 0; i < LANES; i++) m[i] = -((size_t)i < count);
  return m;
}

#if LANES == 8

INLINE real load_some(const double *x, size_t count) {
  return (real)_mm512_maskz_loadu_pd((__mmask8)((1u << count) - 1), x);
}
INLINE void store_some(double *y, real value, size_t count) {
  _mm512_mask_storeu_pd(y, (__mmask8)((1u << count) - 1), (__m512d)value);
}

#elif LANES == 4

INLINE real load_some(const double *x, size_t count) {
  return (real)_mm256_maskload_pd(x, (__m256i)first_lanes(count));
}
INLINE void store_some(double *y, real value, size_t count) {
  _mm256_maskstore_pd(y, (__m256i)first_lanes(count), (__m256d)value);
}

#else

INLINE real load_some(const double *x, size_t count) {
  return (real){count > 0 ? x[0] : 0.0, count > 1 ? x[1] : 0.0};
}
INLINE void store_some(double *y, real value, size_t count) {
  if (count > 0) y[0] = value[0];
  if (count > 1) y[1] = value[1];
}

#endif

#endif
