// Moving numbers between arrays and lanes. A row's last few elements travel in lanes filled up with zeros.
#ifndef CK_LANES_H
#define CK_LANES_H
#include "arithmetic.h"

typedef real unaligned_real __attribute__((aligned(8)));

INLINE real load(const double *x) { return *(const unaligned_real *)x; }
INLINE void store(double *y, real value) { *(unaligned_real *)y = value; }

INLINE real load_some(const double *x, size_t count) {
  real value = splat(0.0);
  for (size_t i = 0; i < LANES; i++)
    if (i < count) value[i] = x[i];
  return value;
}

INLINE void store_some(double *y, real value, size_t count) {
  for (size_t i = 0; i < LANES; i++)
    if (i < count) y[i] = value[i];
}

#endif
