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

/// A factor as the chains see it. Its lines are the rows of a, the columns of b; number k of line i, term k of the
/// chains there, is start[i·line + k·term]. One of the two steps is 1.
typedef struct {
  const double *start;
  size_t line, term;
} factor;

/// Part of a result and all that goes into it.
typedef struct {
  size_t rows, inner, columns;
  factor a, b;
  double *c;
  size_t c_row;
} part;

INLINE factor from(factor f, size_t line, size_t term) {
  return (factor){f.start + line * f.line + term * f.term, f.line, f.term};
}

/// Some lines of a factor, so many terms of each, copied for tiles that read `step` numbers for each term.
static void copy_panel(factor f, size_t lines, size_t depth, double *panel, size_t step) {
  if (f.term == 1)
    copy_turned(depth, lines, f.start, f.line, panel, step, step);
  else
    copy_straight(depth, lines, f.start, f.term, panel, step);
}

/// One stretch of the chains of a part: terms first … first + depth − 1. The factors begin at the first of them; of a,
/// the rows of each tile lie one after the other in `left` where that is not null.
typedef struct {
  size_t first, depth;
  const double *left;
  /// Whether whole panels of b are copied too.
  bool copies_right;
  cut rows, columns;
} stretch_of_part;

/// From so many columns on copying a pays: each of its numbers is read once for every panel of b.
#define COLUMNS_WORTH_COPYING 320
/// From so many rows on copying b pays: each of its numbers is read once for every tile below it. Panels that are not
/// whole lines of the cache pay sooner, and so do those whose terms lie a page of memory or more apart.
INLINE size_t rows_worth_copying(size_t term) { return LANES == 8 && term < 512 ? 129 : 33; }

/// The tiles under one panel of b, from top to bottom.
static void multiply_panel(const part *p, const stretch_of_part *terms, stretch s, size_t column, size_t vectors,
                           size_t following) {
  for (size_t i = 0; i < terms->rows.parts; i++) {
    size_t height = cut_size(terms->rows, i), row = cut_start(terms->rows, i);
    if (terms->left != NULL) {
      s.a = terms->left + row * terms->depth;
      s.a_row = 1;
      s.a_term = height;
    } else {
      s.a = from(p->a, row, terms->first).start;
      s.a_row = p->a.line;
      s.a_term = p->a.term;
    }
    s.c = p->c + row * p->c_row + column;
    s.next = i + 1 < terms->rows.parts ? s.c + height * p->c_row : p->c + following;
    tiles[height - 1][vectors - 1](&s);
  }
}

/// The panels of b from left to right, copied into `right`, each a panel of its own, on the way unless they are there.
static void multiply_strip(const part *p, const stretch_of_part *terms, double *right, bool copied) {
  stretch s = {.depth = terms->depth, .c_row = p->c_row, .first = terms->first == 0,
               .last = terms->first + terms->depth == p->inner};
  for (size_t j = 0; j < terms->columns.parts; j++) {
    size_t vectors = cut_size(terms->columns, j), column = cut_start(terms->columns, j) * LANES;
    size_t step = vectors * LANES, width = p->columns - column < step ? p->columns - column : step;
    s.last_width = LANES - (step - width);
    factor panel = from(p->b, column, terms->first);
    if (width == step && !terms->copies_right && panel.line == 1) {
      s.b = panel.start;
      s.b_term = panel.term;
    } else {
      s.b = right + column * terms->depth;
      s.b_term = step;
      if (!copied) copy_panel(panel, width, terms->depth, right + column * terms->depth, step);
    }
    multiply_panel(p, terms, s, column, vectors, j + 1 < terms->columns.parts ? column + step : 0);
  }
}

/// All chains of a block of the result.
static void multiply_block(const part *p, double *scratch) {
  cut depths = cut_into(p->inner, STRETCH), strips = cut_into(p->rows, STRIP_ROWS);
  stretch_of_part terms = {.copies_right = p->rows >= rows_worth_copying(p->b.term),
                           .columns = cut_into((p->columns + LANES - 1) / LANES, TILE_VECTORS)};
  scratch = aligned_scratch(scratch);
  for (size_t d = 0; d < depths.parts; d++) {
    terms.first = cut_start(depths, d);
    terms.depth = cut_size(depths, d);
    double *right = scratch, *left = scratch + terms.depth * (p->columns + LANES);
    for (size_t i = 0; i < strips.parts; i++) {
      part strip = *p;
      size_t top = cut_start(strips, i);
      strip.rows = cut_size(strips, i);
      strip.a = from(p->a, top, 0);
      strip.c = p->c + top * p->c_row;
      terms.rows = cut_into(strip.rows, TILE_ROWS);
      terms.left = NULL;
      if (p->columns >= COLUMNS_WORTH_COPYING) {
        for (size_t t = 0; t < terms.rows.parts; t++) {
          size_t row = cut_start(terms.rows, t), height = cut_size(terms.rows, t);
          copy_panel(from(strip.a, row, terms.first), height, terms.depth, left + row * terms.depth, height);
        }
        terms.left = left;
      }
      multiply_strip(&strip, &terms, right, i > 0);
    }
  }
}

static void clear(const ck_product *p) {
  for (size_t i = 0; i < p->rows; i++)
    for (size_t j = 0; j < p->columns; j++) p->c[i * p->c_stride + j] = 0.0;
}

/// The transposed product, whose lanes run over rows of a, turned over when its chains have ended. It takes no more
/// scratch than the product as it stands, with as many more columns of b as there were rows of a.
static void multiply_turned(const part *p, double *scratch) {
  double turned[NARROW_COLUMNS * ROWS_TURNED];
  for (size_t top = 0; top < p->rows; top += ROWS_TURNED) {
    size_t rows = p->rows - top < ROWS_TURNED ? p->rows - top : ROWS_TURNED;
    part across = {p->columns, p->inner, rows, p->b, from(p->a, top, 0), turned, ROWS_TURNED};
    multiply_block(&across, scratch);
    copy_turned(rows, p->columns, turned, ROWS_TURNED, p->c + top * p->c_row, p->c_row, p->columns);
  }
}

/// Where tiles would have more idle lanes than it costs to turn a over, or the result.
INLINE bool is_narrow(const part *p) {
  bool fits = p->columns == LANES && p->a.term == 1;
  return p->columns <= NARROW_COLUMNS && !fits && p->rows >= LANES && p->inner >= LANES;
}

/// Few rows or columns, or one. False where the panels do better.
static bool multiply_few(const part *p, double *scratch) {
  if (p->rows == 1 && p->b.line == 1) {
    multiply_down(p->inner, p->columns, p->a.start, p->a.term, p->b.start, p->b.term, p->c);
    return true;
  }
  if (p->rows == 1 && p->columns > 1) {
    narrow turned = {p->columns, p->inner, p->b.start, p->b.line, p->a.start, p->a.term, p->a.line, p->c, 1};
    narrow_products[0](&turned);
    return true;
  }
  if (p->columns == 1 && p->a.term != 1 && p->c_row == 1) {
    multiply_down(p->inner, p->rows, p->b.start, p->b.term, p->a.start, p->a.term, p->c);
    return true;
  }
  if (p->columns > 1 && !is_narrow(p)) return false;
  if (p->a.term != 1) {
    multiply_turned(p, scratch);
    return true;
  }
  narrow n = {p->rows, p->inner, p->a.start, p->a.line, p->b.start, p->b.term, p->b.line, p->c, p->c_row};
  narrow_products[p->columns - 1](&n);
  return true;
}

static void multiply(const ck_product *p, double *scratch) {
  if (p->rows == 0 || p->columns == 0) return;
  if (p->inner == 0) {
    clear(p);
    return;
  }
  factor a = {p->a, p->a_stride, 1}, b = {p->b, 1, p->b_stride};
  if (p->form == CK_LEFT_TRANSPOSED) a = (factor){p->a, 1, p->a_stride};
  if (p->form == CK_RIGHT_TRANSPOSED) b = (factor){p->b, p->b_stride, 1};
  part whole = {p->rows, p->inner, p->columns, a, b, p->c, p->c_stride};
  if (multiply_few(&whole, scratch)) return;
  cut tops = cut_into(p->rows, BLOCK_ROWS), lefts = cut_into(p->columns, BLOCK_COLUMNS);
  for (size_t j = 0; j < lefts.parts; j++)
    for (size_t i = 0; i < tops.parts; i++) {
      size_t top = cut_start(tops, i), left = cut_start(lefts, j);
      part block = {cut_size(tops, i), p->inner,     cut_size(lefts, j), from(a, top, 0), from(b, left, 0),
                    p->c + top * p->c_stride + left, p->c_stride};
      multiply_block(&block, scratch);
    }
}

#endif
