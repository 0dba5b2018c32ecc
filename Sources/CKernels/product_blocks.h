// How products are cut into parts, at every level alike.
#ifndef CK_PRODUCT_BLOCKS_H
#define CK_PRODUCT_BLOCKS_H
#include <stddef.h>
#include <stdint.h>

/// Terms of the chains at a time: their part of the rows of a tile is read from the first cache.
#define STRETCH 384
/// Numbers of b at a time: copied, they are read from the second cache. The whole stretch of 288 columns, which are
/// whole panels at every level.
#define STRIP (STRETCH * 288)
/// Rows of the result at a time, which bounds what is copied of a.
#define BLOCK_ROWS 1024

/// Rows of a narrow product at a time: four whole panels at every level.
#define ROWS_TURNED 96

/// The widest register and the shortest line of a cache, in numbers.
#define WIDEST 8

/// A length cut into parts that differ by one at most, the longer ones first.
typedef struct { size_t parts, size, longer; } cut;

static inline cut cut_in(size_t length, size_t parts) { return (cut){parts, length / parts, length % parts}; }
/// Into as few parts as can be, none longer than `limit`.
static inline cut cut_into(size_t length, size_t limit) {
  return length == 0 ? (cut){0} : cut_in(length, (length + limit - 1) / limit);
}
static inline size_t cut_start(cut c, size_t i) { return i * c.size + (i < c.longer ? i : c.longer); }
static inline size_t cut_size(cut c, size_t i) { return c.size + (i < c.longer); }

/// To whole registers of every level.
static inline size_t rounded_up(size_t length) { return (length + WIDEST - 1) / WIDEST * WIDEST; }

/// The first place in scratch that starts a line of the cache.
static inline double *aligned_scratch(double *scratch) {
  const uintptr_t line = WIDEST * sizeof(double);
  return scratch + (line - (uintptr_t)scratch % line) % line / sizeof(double);
}

/// The numbers of scratch for a product of this size: parts of b, padded to whole registers, and of a. A row times a
/// matrix needs none.
static inline size_t scratch_for(size_t rows, size_t inner, size_t columns) {
  if (rows == 1) return WIDEST;
  size_t depth = inner < STRETCH ? inner : STRETCH;
  size_t left = depth * rounded_up(rows < BLOCK_ROWS ? rows : BLOCK_ROWS), right = depth * rounded_up(columns);
  return left + (right < STRIP ? right : STRIP) + WIDEST;
}

#endif
