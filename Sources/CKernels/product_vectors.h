// Products with a vector, which take each number of the matrix once: what counts is to read it in order.
#ifndef CK_PRODUCT_VECTORS_H
#define CK_PRODUCT_VECTORS_H
#include "product_panels.h"

/// y[j] = Σ x[i·x_step]·m[i, j], the chains running down the columns of m. Some rows at a time, so that m is read in
/// long pieces; the chains wait in y.
#define ROWS_AT_ONCE 8
INLINE void continue_columns(const size_t count, size_t columns, const double *x, size_t x_step, const double *m,
                             size_t stride, double *y, bool first, bool last) {
  real factor[ROWS_AT_ONCE];
  for (size_t i = 0; i < count; i++) factor[i] = splat(x[i * x_step]);
  size_t j = 0;
  for (; j + LANES <= columns; j += LANES) {
    real sum = first ? (real){0} : load(y + j);
    for (size_t i = 0; i < count; i++) sum = fused(factor[i], load(m + i * stride + j), sum);
    store(y + j, last ? canonical(sum) : sum);
  }
  if (j < columns) {
    size_t width = columns - j;
    real sum = first ? (real){0} : load_some(y + j, width);
    for (size_t i = 0; i < count; i++) sum = fused(factor[i], load_some(m + i * stride + j, width), sum);
    store_some(y + j, last ? canonical(sum) : sum, width);
  }
}

static void multiply_down(size_t inner, size_t columns, const double *x, size_t x_step, const double *m, size_t stride,
                          double *y) {
  size_t i = 0;
  for (; i + ROWS_AT_ONCE <= inner; i += ROWS_AT_ONCE)
    continue_columns(ROWS_AT_ONCE, columns, x + i * x_step, x_step, m + i * stride, stride, y, i == 0,
                     i + ROWS_AT_ONCE == inner);
  if (i < inner)
    continue_columns(inner - i, columns, x + i * x_step, x_step, m + i * stride, stride, y, i == 0, true);
}

/// y[i·y_step] = Σ m[i, j]·x[j·x_step], the chains running along the rows of m: squares of it are turned over, so that
/// the lanes run over its rows.
#define SQUARES_AT_ONCE 4
INLINE void multiply_across_some(const int squares, size_t rows, size_t inner, const double *m, size_t stride,
                                 const double *x, size_t x_step, double *y, size_t y_step) {
  real sum[SQUARES_AT_ONCE] = {0};
  for (size_t k = 0; k < inner; k += LANES) {
    size_t terms = inner - k < LANES ? inner - k : LANES;
    for (int s = 0; s < squares; s++) {
      real square[LANES];
      for (int r = 0; r < LANES; r++) {
        size_t row = (size_t)(s * LANES + r);
        const double *start = m + (row < rows ? row : 0) * stride + k;
        square[r] = terms == LANES ? load(start) : load_some(start, terms);
      }
      turn(square);
      for (int t = 0; t < LANES; t++)
        if ((size_t)t < terms) sum[s] = fused(square[t], splat(x[(k + (size_t)t) * x_step]), sum[s]);
    }
  }
  for (int s = 0; s < squares; s++) {
    real result = canonical(sum[s]);
    for (int r = 0; r < LANES; r++)
      if ((size_t)(s * LANES + r) < rows) y[(size_t)(s * LANES + r) * y_step] = result[r];
  }
}

static void multiply_across(size_t rows, size_t inner, const double *m, size_t stride, const double *x, size_t x_step,
                            double *y, size_t y_step) {
  const size_t many = SQUARES_AT_ONCE * LANES;
  size_t i = 0;
  for (; i + many <= rows; i += many)
    multiply_across_some(SQUARES_AT_ONCE, many, inner, m + i * stride, stride, x, x_step, y + i * y_step, y_step);
  for (; i < rows; i += LANES)
    multiply_across_some(1, rows - i < LANES ? rows - i : LANES, inner, m + i * stride, stride, x, x_step,
                         y + i * y_step, y_step);
}

#endif
