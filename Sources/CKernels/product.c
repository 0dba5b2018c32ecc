// Products of matrices on one thread or several.
#include "level.h"
#include "product_blocks.h"

/// From so many on there are several pieces for each thread, so that one that is held up does not hold up all.
#define WORTH_DIVIDING 100e6
#define PIECES_PER_THREAD 4
/// The lines that the columns of a strip are; wider pieces would have to take their parts of b in turns anyway.
#define LINES_OF_STRIP (STRIP / STRETCH / WIDEST)

_Static_assert(STRETCH * BLOCK_ROWS + STRIP + WIDEST + CK_SEQUEL_LIMIT <= CK_SCRATCH_LIMIT, "a thread has scratch for all");

size_t ck_scratch(size_t rows, size_t inner, size_t columns) { return scratch_for(rows, inner, columns); }

static size_t lines(size_t length) { return (length + WIDEST - 1) / WIDEST; }

void ck_multiply_piece(const ck_level *level, const ck_divided *product, size_t piece, double *scratch) {
  ck_product p = product->whole;
  size_t i = piece / product->columns.parts, j = piece % product->columns.parts;
  size_t top = cut_start(product->rows, i) * WIDEST, left = cut_start(product->columns, j) * WIDEST;
  size_t height = cut_size(product->rows, i) * WIDEST, width = cut_size(product->columns, j) * WIDEST;
  p.a += p.form == CK_LEFT_TRANSPOSED ? top : top * p.a_stride;
  p.b += p.form == CK_RIGHT_TRANSPOSED ? left * p.b_stride : left;
  p.c += top * p.c_stride + left;
  if (p.addend) p.addend += left;
  p.rows = p.rows - top < height ? p.rows - top : height;
  p.columns = p.columns - left < width ? p.columns - left : width;
  level->multiply(&p, product->sequel, scratch);
}

/// Cuts are where lines of the cache end. The larger side of the result falls to the threads, its rows where there are as
/// many, since a thread that has whole rows has whole pages of memory, of which the processor fetches ahead; then pieces
/// are halved, again across their larger side, and as long as they are wider than a strip.
ck_divided ck_divide(const ck_product *product, const ck_sequel *sequel) {
  double numbers = (double)product->rows * (double)product->columns, own = numbers * (double)product->inner;
  double work = own + (sequel ? numbers * sequel->weight : 0);
  size_t threads = work < CK_WORTH_SHARING ? 1 : ck_workforce(), across = 1, down = 1;
  size_t rows = lines(product->rows), columns = lines(product->columns);
  size_t pieces = threads == 1 || own < WORTH_DIVIDING ? threads : threads * PIECES_PER_THREAD;
  if (threads > 1 && columns > rows)
    across = threads < columns ? threads : columns;
  else if (threads > 1)
    down = threads < rows ? threads : rows;
  while (across * down < pieces && across * 2 <= columns && down * 2 <= rows)
    if (columns / across >= rows / down)
      across *= 2;
    else
      down *= 2;
  while (pieces > threads && cut_size(cut_in(columns, across), 0) > LINES_OF_STRIP) across *= 2;
  return (ck_divided){*product, sequel, cut_in(rows, down), cut_in(columns, across), across * down};
}

typedef struct {
  const ck_level *level;
  ck_divided product;
} shared_product;

static void multiply_piece(const void *context, size_t piece, double *scratch) {
  const shared_product *shared = context;
  ck_multiply_piece(shared->level, &shared->product, piece, scratch);
}

void ck_multiply_and(const ck_level *level, const ck_product *product, const ck_sequel *sequel, double *scratch) {
  shared_product shared = {level, ck_divide(product, sequel)};
  if (shared.product.pieces == 1)
    level->multiply(product, sequel, scratch);
  else
    ck_share(multiply_piece, &shared, shared.product.pieces, scratch);
}

void ck_multiply(const ck_level *level, const ck_product *product, double *scratch) {
  ck_multiply_and(level, product, NULL, scratch);
}
