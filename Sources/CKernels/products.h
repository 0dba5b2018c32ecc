// Products of matrices. Each element of the result is one chain of fused multiply-adds in index order from +0, so lanes
// and tiles run over elements of the result, never along a chain. A chain may be laid down in the result and taken up
// again: a double in memory is the double it was.
//
// The order of the loops is that of Goto and van de Geijn ("Anatomy of high-performance matrix multiplication", 2008):
// a block of the result that the outer caches hold; stretches of its chains; strips of its rows, whose part of a stays
// in the second cache; panels of its columns, whose part of b stays in the first; tiles, in registers.
#ifndef CK_PRODUCTS_H
#define CK_PRODUCTS_H
#include "product_blocks.h"
#include "product_panels.h"
#include "product_tiles.h"
#include "product_vectors.h"

/// Some elements of the result of a product, and all their terms.
typedef struct { size_t top, rows, left, columns; } area;

INLINE const double *left_factor(const ck_product *p, size_t row, size_t term) {
  return p->form == CK_LEFT_TRANSPOSED ? p->a + term * p->a_stride + row : p->a + row * p->a_stride + term;
}
INLINE const double *right_factor(const ck_product *p, size_t term, size_t column) {
  return p->form == CK_RIGHT_TRANSPOSED ? p->b + column * p->b_stride + term : p->b + term * p->b_stride + column;
}

/// The panels of b under an area, one after the other.
static void copy_right(const ck_product *p, area part, size_t first, size_t depth, cut columns, double *panels) {
  for (size_t i = 0; i < columns.parts; i++) {
    size_t start = cut_start(columns, i) * LANES, step = cut_size(columns, i) * LANES;
    size_t width = part.columns - start < step ? part.columns - start : step;
    const double *x = right_factor(p, first, part.left + start);
    if (p->form == CK_RIGHT_TRANSPOSED)
      copy_turned(depth, width, x, p->b_stride, panels + start * depth, step);
    else
      copy_straight(depth, width, x, p->b_stride, panels + start * depth, step);
  }
}

/// The panels of a beside an area, one below the other.
static void copy_left(const ck_product *p, area part, size_t first, size_t depth, cut rows, double *panels) {
  for (size_t i = 0; i < rows.parts; i++) {
    size_t start = cut_start(rows, i), height = cut_size(rows, i);
    const double *x = left_factor(p, part.top + start, first);
    if (p->form == CK_LEFT_TRANSPOSED)
      copy_straight(depth, height, x, p->a_stride, panels + start * depth, height);
    else
      copy_turned(depth, height, x, p->a_stride, panels + start * depth, height);
  }
}

/// One stretch of the chains of a strip, its factors copied.
static void multiply_strip(const ck_product *p, area part, size_t first, size_t depth, cut rows, cut columns,
                           const double *left, const double *right) {
  stretch s = {.depth = depth, .a_row = 1, .c_row = p->c_stride, .first = first == 0, .last = first + depth == p->inner};
  for (size_t j = 0; j < columns.parts; j++) {
    size_t vectors = cut_size(columns, j), column = cut_start(columns, j) * LANES;
    s.last_width = part.columns - column < vectors * LANES ? (part.columns - column - 1) % LANES + 1 : LANES;
    s.b = right + column * depth;
    s.b_term = vectors * LANES;
    for (size_t i = 0; i < rows.parts; i++) {
      size_t height = cut_size(rows, i), row = cut_start(rows, i);
      s.a = left + row * depth;
      s.a_term = height;
      s.c = p->c + (part.top + row) * p->c_stride + part.left + column;
      tiles[height - 1][vectors - 1](&s);
    }
  }
}

/// All chains of a block of the result.
static void multiply_block(const ck_product *p, area block, double *scratch) {
  cut depths = cut_into(p->inner, STRETCH), strips = cut_into(block.rows, STRIP_ROWS);
  cut columns = cut_into((block.columns + LANES - 1) / LANES, TILE_VECTORS);
  scratch = aligned_scratch(scratch);
  for (size_t d = 0; d < depths.parts; d++) {
    size_t first = cut_start(depths, d), depth = cut_size(depths, d);
    double *right = scratch, *left = scratch + depth * (block.columns + LANES);
    copy_right(p, block, first, depth, columns, right);
    for (size_t i = 0; i < strips.parts; i++) {
      area strip = {block.top + cut_start(strips, i), cut_size(strips, i), block.left, block.columns};
      cut rows = cut_into(strip.rows, TILE_ROWS);
      copy_left(p, strip, first, depth, rows, left);
      multiply_strip(p, strip, first, depth, rows, columns, left, right);
    }
  }
}

static void clear(const ck_product *p) {
  for (size_t i = 0; i < p->rows; i++)
    for (size_t j = 0; j < p->columns; j++) p->c[i * p->c_stride + j] = 0.0;
}

static void multiply(const ck_product *p, double *scratch) {
  if (p->inner == 0) {
    clear(p);
    return;
  }
  if (p->rows == 1 && p->form != CK_RIGHT_TRANSPOSED) {
    multiply_down(p->inner, p->columns, p->a, p->form == CK_LEFT_TRANSPOSED ? p->a_stride : 1, p->b, p->b_stride, p->c);
    return;
  }
  if (p->columns == 1 && p->form != CK_LEFT_TRANSPOSED) {
    multiply_across(p->rows, p->inner, p->a, p->a_stride, p->b, p->form == CK_RIGHT_TRANSPOSED ? 1 : p->b_stride, p->c,
                    p->c_stride);
    return;
  }
  cut tops = cut_into(p->rows, BLOCK_ROWS), lefts = cut_into(p->columns, BLOCK_COLUMNS);
  for (size_t j = 0; j < lefts.parts; j++)
    for (size_t i = 0; i < tops.parts; i++)
      multiply_block(p, (area){cut_start(tops, i), cut_size(tops, i), cut_start(lefts, j), cut_size(lefts, j)}, scratch);
}

#endif
