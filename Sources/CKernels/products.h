// Products of matrices. Each element of the result is one chain of fused multiply-adds in index order from +0, so lanes
// and tiles run over elements of the result, never along a chain. A chain may be laid down in the result and taken up
// again: a double in memory is the double it was.
#ifndef CK_PRODUCTS_H
#define CK_PRODUCTS_H
#include "lanes.h"

/// A tile of the result is TILE_ROWS rows by two registers, as many sums as the registers hold.
#if LANES == 8
#define TILE_ROWS 8
#else
#define TILE_ROWS 4
#endif
#define TILE_COLUMNS (2 * LANES)
/// So many terms of each chain at a time: their part of a panel of b, copied together, stays in the nearest cache.
#define DEPTH 256
/// From so many rows on the copy pays.
#define ROWS_WORTH_COPYING 48

/// A part of a matrix: its first element, and the distance from one row to the next.
typedef struct { const double *start; size_t stride; } block;

/// One stretch of the chains of a tile of `rows` rows: c += a·b, c starting from 0 where `first`. All but `width`
/// columns of b are padding, and are not stored.
INLINE void multiply_tile(int rows, size_t width, size_t depth, block a, block b, double *c, size_t columns, bool first,
                          bool last) {
  size_t left = width < LANES ? width : LANES, right = width - left;
  real sum[TILE_ROWS][2] = {0};
  if (!first)
    for (int r = 0; r < rows; r++) {
      sum[r][0] = load_some(c + (size_t)r * columns, left);
      sum[r][1] = load_some(c + (size_t)r * columns + left, right);
    }
  for (size_t k = 0; k < depth; k++) {
    const double *row = b.start + k * b.stride;
    for (int r = 0; r < rows; r++) {
      real factor = splat(a.start[(size_t)r * a.stride + k]);
      sum[r][0] = fused(factor, load(row), sum[r][0]);
      sum[r][1] = fused(factor, load(row + LANES), sum[r][1]);
    }
  }
  for (int r = 0; r < rows; r++) {
    store_some(c + (size_t)r * columns, last ? canonical(sum[r][0]) : sum[r][0], left);
    store_some(c + (size_t)r * columns + left, last ? canonical(sum[r][1]) : sum[r][1], right);
  }
}

/// The columns of c under one panel of b, from top to bottom.
static void multiply_panel(size_t rows, size_t width, size_t depth, block a, block b, double *c, size_t columns,
                           bool first, bool last) {
  size_t i = 0;
  for (; i + TILE_ROWS <= rows; i += TILE_ROWS) {
    block strip = {a.start + i * a.stride, a.stride};
    if (width == TILE_COLUMNS)
      multiply_tile(TILE_ROWS, TILE_COLUMNS, depth, strip, b, c + i * columns, columns, first, last);
    else
      multiply_tile(TILE_ROWS, width, depth, strip, b, c + i * columns, columns, first, last);
  }
  for (; i < rows; i++)
    multiply_tile(1, width, depth, (block){a.start + i * a.stride, a.stride}, b, c + i * columns, columns, first, last);
}

static void multiply_panels(size_t rows, size_t inner, size_t columns, const double *a, const double *b, double *c) {
  double copy[DEPTH * TILE_COLUMNS];
  for (size_t k = 0; k < inner; k += DEPTH) {
    size_t depth = inner - k < DEPTH ? inner - k : DEPTH;
    for (size_t j = 0; j < columns; j += TILE_COLUMNS) {
      size_t width = columns - j < TILE_COLUMNS ? columns - j : TILE_COLUMNS;
      block panel = {b + k * columns + j, columns};
      if (width < TILE_COLUMNS || rows >= ROWS_WORTH_COPYING) {
        for (size_t l = 0; l < depth; l++)
          for (size_t m = 0; m < TILE_COLUMNS; m++)
            copy[l * TILE_COLUMNS + m] = m < width ? panel.start[l * columns + m] : 0.0;
        panel = (block){copy, TILE_COLUMNS};
      }
      multiply_panel(rows, width, depth, (block){a + k, inner}, panel, c + j, columns, k == 0, k + depth == inner);
    }
  }
}

/// `registers` registers of one row of the result, the last of them `width` wide.
INLINE void multiply_stretch(int registers, size_t width, size_t inner, size_t columns, const double *a,
                             const double *b, double *c) {
  real sum[8] = {0};
  for (size_t k = 0; k < inner; k++) {
    real factor = splat(a[k]);
    for (int r = 0; r + 1 < registers; r++) sum[r] = fused(factor, load(b + k * columns + r * LANES), sum[r]);
    const double *end = b + k * columns + (registers - 1) * LANES;
    sum[registers - 1] = fused(factor, width == LANES ? load(end) : load_some(end, width), sum[registers - 1]);
  }
  for (int r = 0; r + 1 < registers; r++) store(c + r * LANES, canonical(sum[r]));
  store_some(c + (registers - 1) * LANES, canonical(sum[registers - 1]), width);
}

/// A few rows, each on its own.
static void multiply_rows(size_t rows, size_t inner, size_t columns, const double *a, const double *b, double *c) {
  for (size_t i = 0; i < rows; i++, a += inner, c += columns) {
    size_t j = 0;
    for (; j + 8 * LANES <= columns; j += 8 * LANES) multiply_stretch(8, LANES, inner, columns, a, b + j, c + j);
    for (; j + LANES <= columns; j += LANES) multiply_stretch(1, LANES, inner, columns, a, b + j, c + j);
    if (j < columns) multiply_stretch(1, columns - j, inner, columns, a, b + j, c + j);
  }
}

/// One column: LANES rows side by side.
static void multiply_column(size_t rows, size_t inner, const double *a, const double *b, double *c) {
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
  if (columns == 1)
    multiply_column(rows, inner, a, b, c);
  else if (rows < TILE_ROWS || inner == 0)
    multiply_rows(rows, inner, columns, a, b, c);
  else
    multiply_panels(rows, inner, columns, a, b, c);
}

#endif
