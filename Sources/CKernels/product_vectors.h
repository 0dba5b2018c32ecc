// Products with a vector, which take each number of the matrix once: what counts is to read it in order.
#ifndef CK_PRODUCT_VECTORS_H
#define CK_PRODUCT_VECTORS_H
#include "product_panels.h"

/// y[j] = Σ x[i·x_step]·m[i, j], the chains running down the columns of m. Some rows at a time, so that m is read in
/// long pieces; the chains wait in y.
#define ROWS_AT_ONCE 8
INLINE void continue_columns(const int count, size_t columns, const double *x, size_t x_step, const double *m,
                             size_t stride, double *y, bool first, bool last) {
  real factor[ROWS_AT_ONCE];
  EACH(i, count) factor[i] = splat(x[(size_t)i * x_step]);
  size_t j = 0;
  for (; j + LANES <= columns; j += LANES) {
    real sum = first ? (real){0} : load(y + j);
    EACH(i, count) sum = fused(factor[i], load(m + (size_t)i * stride + j), sum);
    store(y + j, last ? canonical(sum) : sum);
  }
  if (j < columns) {
    size_t width = columns - j;
    real sum = first ? (real){0} : load_some(y + j, width);
    EACH(i, count) sum = fused(factor[i], load_some(m + (size_t)i * stride + j, width), sum);
    store_some(y + j, last ? canonical(sum) : sum, width);
  }
}

static void multiply_down(size_t inner, size_t columns, const double *x, size_t x_step, const double *m, size_t stride,
                          double *y) {
  size_t i = 0;
  for (; i + ROWS_AT_ONCE <= inner; i += ROWS_AT_ONCE)
    continue_columns(ROWS_AT_ONCE, columns, x + i * x_step, x_step, m + i * stride, stride, y, i == 0,
                     i + ROWS_AT_ONCE == inner);
  for (; i < inner; i++)
    continue_columns(1, columns, x + i * x_step, x_step, m + i * stride, stride, y, i == 0, i + 1 == inner);
}

/// A product of few columns whose a lies along the chains. Squares of a are turned over, so that the lanes run over
/// rows: along a row of the result most of them would be idle.
typedef struct {
  size_t rows, inner;
  const double *a;
  size_t a_row;
  /// b[k·b_term + j·b_column]
  const double *b;
  size_t b_term, b_column;
  double *c;
  size_t c_row;
} narrow;

#if LANES == 8
#define NARROW_COLUMNS 11
#define MOST_GROUPS 2
#elif LANES == 4
#define NARROW_COLUMNS 3
#define MOST_GROUPS 4
#else
#define NARROW_COLUMNS 1
#define MOST_GROUPS 4
#endif
/// So far ahead numbers are fetched into the cache: the processor follows few rows at a time by itself.
#define AHEAD 32

/// Up to LANES terms, from `first` on, of the chains of one group of rows.
INLINE void continue_narrow(const int columns, const narrow *n, size_t first, size_t terms, const double *const row[LANES],
                            real sum[NARROW_COLUMNS]) {
  const double *b = n->b + first * n->b_term;
  real square[LANES];
  EACH(r, LANES) {
    square[r] = terms == LANES ? load(row[r] + first) : load_some(row[r] + first, terms);
    if (terms == LANES) __builtin_prefetch(row[r] + first + AHEAD);
  }
  turn(square);
  EACH(t, LANES) {
    if ((size_t)t >= terms) break;
    EACH(j, columns)
      sum[j] = fused(square[t], splat(b[(size_t)t * n->b_term + (size_t)j * n->b_column]), sum[j]);
  }
}

INLINE void store_narrow(const int columns, size_t rows, const real sum[NARROW_COLUMNS], double *c, size_t c_row) {
  EACH(g, (columns + LANES - 1) / LANES) {
    const int width = columns - g * LANES < LANES ? columns - g * LANES : LANES;
    real square[LANES] = {0};
    EACH(j, width) square[j] = canonical(sum[g * LANES + j]);
    turn(square);
    EACH(r, LANES) if ((size_t)r < rows) store_some(c + (size_t)r * c_row + g * LANES, square[r], (size_t)width);
  }
}

/// `groups` groups of LANES rows side by side, fewer rows in the last.
INLINE void multiply_groups(const int columns, const int groups, size_t rows, const narrow *n, size_t top) {
  const double *row[MOST_GROUPS][LANES];
  real sum[MOST_GROUPS][NARROW_COLUMNS] = {0};
  EACH(g, groups) EACH(r, LANES) {
    size_t place = (size_t)(g * LANES + r);
    row[g][r] = n->a + (top + (place < rows ? place : 0)) * n->a_row;
  }
  size_t k = 0;
  for (; k + LANES <= n->inner; k += LANES) EACH(g, groups) continue_narrow(columns, n, k, LANES, row[g], sum[g]);
  if (k < n->inner) EACH(g, groups) continue_narrow(columns, n, k, n->inner - k, row[g], sum[g]);
  EACH(g, groups) {
    size_t above = (size_t)g * LANES;
    double *c = n->c + (top + above) * n->c_row;
    if (rows > above) store_narrow(columns, rows - above, sum[g], c, n->c_row);
  }
}

/// So few chains wait for their additions; several groups keep the processor busy.
INLINE void multiply_narrow(const int columns, const narrow *n) {
  const int groups = columns == 1 ? MOST_GROUPS : columns <= 3 ? 2 : 1;
  size_t top = 0;
  if (groups > 1)
    for (; top + (size_t)groups * LANES <= n->rows; top += (size_t)groups * LANES)
      multiply_groups(columns, groups, (size_t)groups * LANES, n, top);
  for (; top < n->rows; top += LANES)
    multiply_groups(columns, 1, n->rows - top < LANES ? n->rows - top : LANES, n, top);
}

#define NARROW_OF(columns)                                                                                             \
  static void multiply_narrow_##columns(const narrow *n) { multiply_narrow(columns, n); }
#define NARROW_ENTRY(columns) multiply_narrow_##columns,
#if LANES == 8
#define EACH_WIDTH(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11)
#elif LANES == 4
#define EACH_WIDTH(X) X(1) X(2) X(3)
#else
#define EACH_WIDTH(X) X(1)
#endif
EACH_WIDTH(NARROW_OF)
typedef void narrow_product(const narrow *n);
static narrow_product *const narrow_products[NARROW_COLUMNS] = {EACH_WIDTH(NARROW_ENTRY)};

#endif
