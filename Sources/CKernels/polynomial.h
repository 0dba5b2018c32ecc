// Polynomials whose coefficients stand in an array, constant first.
#ifndef CK_POLYNOMIAL_H
#define CK_POLYNOMIAL_H
#include "arithmetic.h"

/// Horner's scheme; the array being constant, the loop is unrolled and its coefficients become operands.
INLINE real horner(const double *coefficients, int count, real z) {
  real y = splat(coefficients[count - 1]);
#pragma clang loop unroll(full)
  for (int i = count - 2; i >= 0; i--) y = fused(y, z, splat(coefficients[i]));
  return y;
}

#define SERIES(coefficients, z) horner(coefficients, sizeof(coefficients) / sizeof(double), z)

#endif
