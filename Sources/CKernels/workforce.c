// Threads that wait for pieces of work.
#include "products_face.h"

size_t ck_workforce(void) { return 1; }
void ck_set_workforce(size_t threads) { (void)threads; }
void ck_share(ck_piece *work, const void *context, size_t pieces, double *scratch) {
  for (size_t i = 0; i < pieces; i++) work(context, i, scratch);
}
