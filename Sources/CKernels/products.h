// Products of matrices. Each element of the result is one chain of fused multiply-adds in index order from +0, so lanes
// and tiles run over elements of the result, never along a chain. A chain may be laid down in the result and taken up
// again: a double in memory is the double it was.
//
// The loops are those of Goto and van de Geijn ("Anatomy of high-performance matrix multiplication", 2008), the inner
// two of them the other way round: rows of the result, whose a is little; stretches of the chains; strips of the columns,
// whose part of b, copied, stays in the second cache; rows of tiles, whose part of a stays in the first; tiles, in
// registers. On the processors at hand a long row of tiles did better than a long column of them under one panel of b.
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

/// Part of a result, all that goes into it, and what follows, with its scratch.
typedef struct {
  size_t rows, inner, columns;
  factor a, b;
  double *c;
  size_t c_row;
  const double *addend;
  const ck_sequel *sequel;
  double *spare;
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

/// One stretch of the chains of a part: terms first … first + depth − 1.
typedef struct {
  const part *of;
  size_t first, depth;
  /// The tiles by their rows, the panels of b by their registers.
  cut tiles, panels;
  /// The panels of the strip at hand.
  size_t strip, strip_end;
  /// Whether whole panels of b are copied too, not only one that ends within a register.
  bool copies_right;
  /// Those copies, one after the other.
  double *right;
  /// The rows of each tile of a, one after the other; or null, and they are read where they are.
  double *left;
} stretch_of_part;

/// From so many uses of each of its numbers on copying a factor pays, sooner where its terms lie a page of memory or more
/// apart. Panels of b that are not whole lines of the cache pay sooner, too.
INLINE bool is_worth_copying(size_t uses, size_t term, bool whole_lines) {
  return uses > (term >= 512 ? 32 : whole_lines ? 128 : 64);
}

/// Whether the registers of a row of b are lines of the cache.
INLINE bool is_in_lines(factor b) { return LANES == 8 && (uintptr_t)b.start % 64 == 0 && b.term % LANES == 0; }

/// A panel of b: its first column, its lanes, and its columns, which are fewer at the right edge.
typedef struct { size_t column, lanes, width; } panel;

INLINE panel panel_at(const stretch_of_part *s, size_t number) {
  size_t column = cut_start(s->panels, number) * LANES, lanes = cut_size(s->panels, number) * LANES;
  size_t rest = s->of->columns - column;
  return (panel){column, lanes, rest < lanes ? rest : lanes};
}

INLINE bool is_copied(const stretch_of_part *s, panel p) { return s->copies_right || p.width < p.lanes; }

INLINE double *copy_of(const stretch_of_part *s, panel p) {
  return s->right + (p.column - panel_at(s, s->strip).column) * s->depth;
}

static void copy_left(const stretch_of_part *s) {
  for (size_t i = 0; i < s->tiles.parts; i++) {
    size_t row = cut_start(s->tiles, i), height = cut_size(s->tiles, i);
    copy_panel(from(s->of->a, row, s->first), height, s->depth, s->left + row * s->depth, height);
  }
}

static void copy_right(const stretch_of_part *s) {
  for (size_t j = s->strip; j < s->strip_end; j++) {
    panel p = panel_at(s, j);
    if (is_copied(s, p)) copy_panel(from(s->of->b, p.column, s->first), p.width, s->depth, copy_of(s, p), p.lanes);
  }
}

/// The sequel of some rows and columns of c.
static void follow(const ck_sequel *sequel, double *c, size_t c_row, size_t rows, size_t columns, double *spare) {
  if (columns == c_row) columns *= rows, rows = 1;
  for (size_t i = 0; i < rows; i++) sequel->act(sequel->context, c + i * c_row, columns, spare);
}

/// A row of tiles, under the panels of a strip.
static void multiply_row(const stretch_of_part *s, size_t row, size_t height) {
  const part *of = s->of;
  size_t following = row + height < of->rows ? row + height : row;
  size_t left = panel_at(s, s->strip).column;
  double *c = of->c + row * of->c_row, *below = of->c + following * of->c_row + left;
  stretch tile = {.depth = s->depth, .c_row = of->c_row, .first = s->first == 0,
                  .last = s->first + s->depth == of->inner};
  tile.a = s->left ? s->left + row * s->depth : from(of->a, row, s->first).start;
  tile.a_row = s->left ? 1 : of->a.line;
  tile.a_term = s->left ? height : of->a.term;
  for (size_t j = s->strip; j < s->strip_end; j++) {
    panel p = panel_at(s, j);
    bool copied = is_copied(s, p);
    tile.b = copied ? copy_of(s, p) : from(of->b, p.column, s->first).start;
    tile.b_term = copied ? p.lanes : of->b.term;
    tile.c = c + p.column;
    tile.addend = of->addend ? of->addend + p.column : NULL;
    tile.next = j + 1 < s->strip_end ? tile.c + panel_at(s, j + 1).lanes : below + panel_at(s, s->strip).lanes - p.lanes;
    tile.last_width = p.width - (p.lanes - LANES);
    tiles[height - 1][p.lanes / LANES - 1](&tile);
  }
  if (!tile.last || !of->sequel) return;
  panel end = panel_at(s, s->strip_end - 1);
  follow(of->sequel, c + left, of->c_row, height, end.column + end.width - left, of->spare);
}

/// All chains of a part; of at most BLOCK_ROWS rows where those of a lie apart.
static void multiply_block(const part *p, double *scratch) {
  cut depths = cut_into(p->inner, STRETCH);
  stretch_of_part s = {.of = p, .tiles = cut_into(p->rows, TILE_ROWS),
                       .panels = cut_into((p->columns + LANES - 1) / LANES, TILE_VECTORS),
                       .copies_right = p->b.line != 1 || is_worth_copying(p->rows, p->b.term, is_in_lines(p->b))};
  bool copies_left = p->a.term != 1 && is_worth_copying(p->columns, p->a.term, true);
  for (size_t d = 0; d < depths.parts; d++) {
    s.first = cut_start(depths, d);
    s.depth = cut_size(depths, d);
    s.right = aligned_scratch(scratch);
    if (copies_left) {
      s.left = s.right;
      s.right += s.depth * rounded_up(p->rows);
      copy_left(&s);
    }
    cut strips = cut_into(s.panels.parts, STRIP / (s.depth * TILE_VECTORS * LANES));
    for (size_t i = 0; i < strips.parts; i++) {
      s.strip = cut_start(strips, i);
      s.strip_end = s.strip + cut_size(strips, i);
      copy_right(&s);
      for (size_t t = 0; t < s.tiles.parts; t++) multiply_row(&s, cut_start(s.tiles, t), cut_size(s.tiles, t));
    }
  }
}

static void clear(const ck_product *p) {
  for (size_t i = 0; i < p->rows; i++)
    for (size_t j = 0; j < p->columns; j++) p->c[i * p->c_stride + j] = 0.0;
}

/// What is left to do where no tile did it.
static void finish(const ck_product *p, const ck_sequel *sequel, double *spare) {
  for (size_t i = 0; p->addend && i < p->rows; i++) {
    double *row = p->c + i * p->c_stride;
    size_t j = 0;
    for (; j + LANES <= p->columns; j += LANES) store(row + j, load(row + j) + load(p->addend + j));
    size_t rest = p->columns - j;
    if (rest > 0) store_some(row + j, load_some(row + j, rest) + load_some(p->addend + j, rest), rest);
  }
  if (sequel) follow(sequel, p->c, p->c_stride, p->rows, p->columns, spare);
}

/// The transposed product, whose lanes run over rows of a, turned over when its chains have ended. It takes no more
/// scratch than the product as it stands, with as many more columns of b as there were rows of a.
static void multiply_turned(const part *p, double *scratch) {
  double turned[NARROW_COLUMNS * ROWS_TURNED];
  for (size_t top = 0; top < p->rows; top += ROWS_TURNED) {
    size_t rows = p->rows - top < ROWS_TURNED ? p->rows - top : ROWS_TURNED;
    part across = {p->columns, p->inner, rows, p->b, from(p->a, top, 0), turned, ROWS_TURNED, NULL, NULL, NULL};
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

static void multiply(const ck_product *p, const ck_sequel *sequel, double *scratch) {
  if (p->rows == 0 || p->columns == 0) return;
  double *spare = scratch;
  if (sequel) scratch += sequel->scratch;
  if (p->inner == 0) {
    clear(p);
    finish(p, sequel, spare);
    return;
  }
  factor a = {p->a, p->a_stride, 1}, b = {p->b, 1, p->b_stride};
  if (p->form == CK_LEFT_TRANSPOSED) a = (factor){p->a, 1, p->a_stride};
  if (p->form == CK_RIGHT_TRANSPOSED) b = (factor){p->b, p->b_stride, 1};
  part whole = {p->rows, p->inner, p->columns, a, b, p->c, p->c_stride, p->addend, sequel, spare};
  if (multiply_few(&whole, scratch)) {
    finish(p, sequel, spare);
    return;
  }
  cut blocks = cut_into(p->rows, a.term == 1 ? p->rows : BLOCK_ROWS);
  for (size_t i = 0; i < blocks.parts; i++) {
    size_t top = cut_start(blocks, i);
    part block = whole;
    block.rows = cut_size(blocks, i);
    block.a = from(a, top, 0);
    block.c += top * p->c_stride;
    multiply_block(&block, scratch);
  }
}

#endif
