// Products of matrices on one thread or several.
#include "level.h"
#include "product_blocks.h"

size_t ck_scratch(size_t rows, size_t inner, size_t columns) { return scratch_for(rows, inner, columns); }

void ck_multiply(const ck_level *level, const ck_product *product, double *scratch) {
  level->multiply(product, scratch);
}
