// Products of matrices on one thread or several.
#include "level.h"
#include "product_blocks.h"

/// From so many multiplications on two threads are faster than one.
#define WORTH_SHARING 400000.0
/// From so many on there are several pieces for each thread, so that one that is held up does not hold up all.
#define WORTH_DIVIDING 100e6
#define PIECES_PER_THREAD 4

_Static_assert(STRETCH * BLOCK_ROWS + STRIP + WIDEST + CK_SEQUEL_LIMIT <= CK_SCRATCH_LIMIT, "a thread has scratch for all");

size_t ck_scratch(size_t rows, size_t inner, size_t columns) { return scratch_for(rows, inner, columns); }

/// A product whose result is cut into pieces, each a product of its own. Cuts are where lines of the cache end.
typedef struct {
  const ck_level *level;
  const ck_product *whole;
  cut rows, columns;
} shared_product;

static size_t lines(size_t length) { return (length + WIDEST - 1) / WIDEST; }

static void multiply_piece(const void *context, size_t piece, double *scratch) {
  const shared_product *shared = context;
  ck_product p = *shared->whole;
  size_t i = piece / shared->columns.parts, j = piece % shared->columns.parts;
  size_t top = cut_start(shared->rows, i) * WIDEST, left = cut_start(shared->columns, j) * WIDEST;
  size_t height = cut_size(shared->rows, i) * WIDEST, width = cut_size(shared->columns, j) * WIDEST;
  p.a += p.form == CK_LEFT_TRANSPOSED ? top : top * p.a_stride;
  p.b += p.form == CK_RIGHT_TRANSPOSED ? left * p.b_stride : left;
  p.c += top * p.c_stride + left;
  if (p.addend) p.addend += left;
  p.rows = p.rows - top < height ? p.rows - top : height;
  p.columns = p.columns - left < width ? p.columns - left : width;
  shared->level->multiply(&p, scratch);
}

/// The larger side of the result falls to the threads, its rows where there are as many, since a thread that has whole rows
/// has whole pages of memory, of which the processor fetches ahead; then pieces are halved, again across their larger side.
static void divide(shared_product *shared, size_t threads, size_t pieces) {
  size_t rows = lines(shared->whole->rows), columns = lines(shared->whole->columns), across = 1, down = 1;
  if (columns > rows)
    across = threads < columns ? threads : columns;
  else
    down = threads < rows ? threads : rows;
  while (across * down < pieces && across * 2 <= columns && down * 2 <= rows)
    if (columns / across >= rows / down)
      across *= 2;
    else
      down *= 2;
  shared->rows = cut_in(rows, down);
  shared->columns = cut_in(columns, across);
}

void ck_multiply(const ck_level *level, const ck_product *product, double *scratch) {
  size_t threads = ck_workforce();
  double work = (double)product->rows * (double)product->inner * (double)product->columns;
  if (threads == 1 || work < WORTH_SHARING) {
    level->multiply(product, scratch);
    return;
  }
  size_t pieces = work < WORTH_DIVIDING ? threads : threads * PIECES_PER_THREAD;
  shared_product shared = {.level = level, .whole = product};
  divide(&shared, threads, pieces);
  ck_share(multiply_piece, &shared, shared.rows.parts * shared.columns.parts, scratch);
}
