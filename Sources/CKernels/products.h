// Products of matrices. Each element of the result is one chain of fused multiply-adds in index order from +0, so the
// lanes and blocks run over elements of the result, never along a chain.
#ifndef CK_PRODUCTS_H
#define CK_PRODUCTS_H
#include "lanes.h"

/// Four rows of the result by two registers of columns.
INLINE void multiply_block(size_t inner, size_t columns, const double *a, const double *b, double *c) {
  real sum[4][2] = {0};
  for (size_t k = 0; k < inner; k++) {
    real left = load(b + k * columns), right = load(b + k * columns + LANES);
    for (int r = 0; r < 4; r++) {
      real factor = splat(a[(size_t)r * inner + k]);
      sum[r][0] = fused(factor, left, sum[r][0]);
      sum[r][1] = fused(factor, right, sum[r][1]);
    }
  }
  for (int r = 0; r < 4; r++) {
    store(c + (size_t)r * columns, canonical(sum[r][0]));
    store(c + (size_t)r * columns + LANES, canonical(sum[r][1]));
  }
}

/// One row of the result, up to LANES columns.
INLINE void multiply_strip(size_t inner, size_t columns, size_t width, const double *a, const double *b, double *c) {
  real sum = splat(0.0);
  if (width == LANES)
    for (size_t k = 0; k < inner; k++) sum = fused(splat(a[k]), load(b + k * columns), sum);
  else
    for (size_t k = 0; k < inner; k++) sum = fused(splat(a[k]), load_some(b + k * columns, width), sum);
  store_some(c, canonical(sum), width);
}

/// One column: LANES rows side by side.
INLINE void multiply_column(size_t rows, size_t inner, const double *a, const double *b, double *c) {
  for (size_t i = 0; i < rows; i += LANES) {
    size_t height = rows - i < LANES ? rows - i : LANES;
    const double *row[LANES];
    for (size_t l = 0; l < LANES; l++) row[l] = a + (i + (l < height ? l : 0)) * inner;
    real sum = splat(0.0);
    for (size_t k = 0; k < inner; k++) {
      real factor;
      for (int l = 0; l < LANES; l++) factor[l] = row[l][k];
      sum = fused(factor, splat(b[k]), sum);
    }
    store_some(c + i, canonical(sum), height);
  }
}

static void multiply(size_t rows, size_t inner, size_t columns, const double *a, const double *b, double *c) {
  if (columns == 1) {
    multiply_column(rows, inner, a, b, c);
    return;
  }
  size_t i = 0, whole = columns - columns % (2 * LANES);
  for (; i + 4 <= rows; i += 4)
    for (size_t j = 0; j < whole; j += 2 * LANES) multiply_block(inner, columns, a + i * inner, b + j, c + i * columns + j);
  for (size_t r = 0; r < rows; r++)
    for (size_t j = r < i ? whole : 0; j < columns; j += LANES) {
      size_t width = columns - j < LANES ? columns - j : LANES;
      multiply_strip(inner, columns, width, a + r * inner, b + j, c + r * columns + j);
    }
}

#endif
