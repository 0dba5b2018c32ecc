// Products of matrices, seen from the rest of the kernels: training calls them with factors in place, as they lie in a
// layer's buffers, and with scratch that was set aside once.
#ifndef CK_PRODUCTS_FACE_H
#define CK_PRODUCTS_FACE_H
#include "CKernels.h"
#include "product_blocks.h"

/// From so many multiplications on two threads are faster than one.
#define CK_WORTH_SHARING 400000.0

/// What follows a product, done to runs of numbers of c, each in one row or of whole rows, by the threads that computed
/// them, most often while their caches have them; with so many numbers of scratch to itself.
typedef void ck_act(const void *context, double *c, size_t count, double *scratch);
typedef struct {
  ck_act *act;
  const void *context;
  size_t scratch;
  /// How many multiplications what it does to one number counts as, when it is asked whether sharing pays.
  double weight;
} ck_sequel;

/// c = a·b and then the sequel, unless that is null, on the calling thread alone. `level->multiply` is one of these;
/// `ck_multiply` adds the workforce to it. `scratch` has room for the product's numbers and the sequel's.
typedef void ck_multiply_here(const ck_product *product, const ck_sequel *sequel, double *scratch);

/// `ck_multiply` with a sequel.
void ck_multiply_and(const ck_level *level, const ck_product *product, const ck_sequel *sequel, double *scratch);

/// A product and its sequel, its result cut into pieces for the threads at hand; one, if it is not worth sharing.
typedef struct {
  ck_product whole;
  const ck_sequel *sequel;
  cut rows, columns;
  size_t pieces;
} ck_divided;

ck_divided ck_divide(const ck_product *product, const ck_sequel *sequel);
/// Does one piece, with scratch as for the whole.
void ck_multiply_piece(const ck_level *level, const ck_divided *product, size_t piece, double *scratch);

/// One piece of some work, run on any thread of the workforce. `scratch` is that thread's own, of
/// CK_SCRATCH_LIMIT doubles; on the thread that called `ck_share` it is the one it gave.
typedef void ck_piece(const void *context, size_t piece, double *scratch);

/// The threads that a call may use, itself counted, as `ck_set_workforce` said.
size_t ck_workforce(void);

/// Runs the pieces 0 … pieces − 1, in any order and at the same time, on the calling thread and those of the workforce
/// that are idle; returns when all are done. Where the workforce is busy, or is this thread alone, the caller does
/// everything itself: pieces must not wait for one another.
void ck_share(ck_piece *work, const void *context, size_t pieces, double *scratch);

#endif
