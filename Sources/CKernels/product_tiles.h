// Register tiles: the part of a product that takes nearly all of its time. A tile is up to TILE_ROWS rows of the
// result by up to TILE_VECTORS registers, so many that the sums, a row of b and one factor of a fill the registers.
#ifndef CK_PRODUCT_TILES_H
#define CK_PRODUCT_TILES_H
#include "product_panels.h"

#if defined(EMULATE_FMA)
#define TILE_ROWS 2
#elif LANES == 4
#define TILE_ROWS 4
#else
#define TILE_ROWS 8
#endif
#define TILE_VECTORS 3

/// One stretch of the chains of a tile: c += a·b over `depth` terms.
typedef struct {
  size_t depth;
  /// The factors of row r and term k: a[r·row + k·term].
  const double *a;
  size_t a_row, a_term;
  /// Term k of each column: b[k·term …], padded to whole registers.
  const double *b;
  size_t b_term;
  double *c;
  size_t c_row;
  /// Where the tile of c after this one ends, less as many registers as this one has: to be fetched into this core's cache
  /// meanwhile, to be written, so that neither its first load nor its store waits.
  const double *next;
  /// Added to each row when the chains have ended, or null.
  const double *addend;
  /// The columns in the last register.
  size_t last_width;
  /// Whether the chains start here, from 0, and whether they end.
  bool first, last;
} stretch;

/// No instruction; without it the compiler has each sum move house at every term.
#if defined(__x86_64__)
#define STAY_IN_REGISTER(sum) __asm__("" : "+v"(sum))
#else
#define STAY_IN_REGISTER(sum) __asm__("" : "+w"(sum))
#endif

/// False where no sum is NaN: their total would be.
INLINE bool may_have_nan(const int rows, const int vectors, const real sum[TILE_ROWS][TILE_VECTORS]) {
  real total = splat(0.0);
  EACH(v, vectors) {
    real column = sum[0][v];
    EACH(r, rows) column += sum[r][v];
    total += column;
  }
  return __builtin_expect(any(total != total), 0);
}

INLINE void multiply_tile(const int rows, const int vectors, const stretch *s) {
  real sum[TILE_ROWS][TILE_VECTORS] = {0};
  const int end = vectors - 1;
  const bool whole = s->last_width == LANES;
  if (!s->first) {
    EACH(r, rows) {
      const double *place = s->c + (size_t)r * s->c_row;
      EACH(v, end) sum[r][v] = load(place + v * LANES);
      sum[r][end] = whole ? load(place + end * LANES) : load_some(place + end * LANES, s->last_width);
    }
  }
  EACH(r, rows) EACH(v, vectors) __builtin_prefetch(s->next + (size_t)r * s->c_row + v * LANES, 1);
  const double *a = s->a, *b = s->b;
  // With one term a turn, the processor fetches b from the second cache too late: large products took a tenth longer.
#pragma clang loop unroll_count(4)
  for (size_t k = s->depth; k > 0; k--, a += s->a_term, b += s->b_term) {
    real right[TILE_VECTORS];
    EACH(v, vectors) right[v] = load(b + v * LANES);
    EACH(r, rows) {
      real left = splat(a[(size_t)r * s->a_row]);
      EACH(v, vectors) {
        sum[r][v] = fused(left, right[v], sum[r][v]);
        STAY_IN_REGISTER(sum[r][v]);
      }
    }
  }
  if (s->last && may_have_nan(rows, vectors, sum)) EACH(r, rows) EACH(v, vectors) sum[r][v] = canonical(sum[r][v]);
  if (s->last && s->addend != NULL) {
    real added[TILE_VECTORS];
    EACH(v, end) added[v] = load(s->addend + v * LANES);
    added[end] = load_some(s->addend + end * LANES, s->last_width);
    EACH(r, rows) EACH(v, vectors) sum[r][v] += added[v];
  }
  EACH(r, rows) {
    double *place = s->c + (size_t)r * s->c_row;
    EACH(v, end) store(place + v * LANES, sum[r][v]);
    if (whole)
      store(place + end * LANES, sum[r][end]);
    else
      store_some(place + end * LANES, sum[r][end], s->last_width);
  }
}

// Each size is a function of its own, since the sums stay in registers only where the counts are constants.
#define TILE_OF(rows, vectors)                                                                                         \
  static void multiply_tile_##rows##_##vectors(const stretch *s) { multiply_tile(rows, vectors, s); }
#define TILES_OF(rows) TILE_OF(rows, 1) TILE_OF(rows, 2) TILE_OF(rows, 3)
#define TILE_ENTRIES(rows) {multiply_tile_##rows##_1, multiply_tile_##rows##_2, multiply_tile_##rows##_3},

#if TILE_ROWS == 2
#define EACH_HEIGHT(X) X(1) X(2)
#elif TILE_ROWS == 4
#define EACH_HEIGHT(X) X(1) X(2) X(3) X(4)
#else
#define EACH_HEIGHT(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8)
#endif

EACH_HEIGHT(TILES_OF)
typedef void tile(const stretch *s);
static tile *const tiles[TILE_ROWS][TILE_VECTORS] = {EACH_HEIGHT(TILE_ENTRIES)};

#endif
