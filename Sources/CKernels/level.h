// What a level offers, seen from the dispatch.
#ifndef CK_LEVEL_H
#define CK_LEVEL_H
#include "CTraining.h"
#include "products_face.h"

/// Room for what a layer's formula computes on its way, and how much of it a thread has beside a product's.
size_t ck_sequel_scratch(const ck_layer *layer);
enum { CK_SEQUEL_LIMIT = 1 << 14 };

struct ck_level {
  void (*map[CK_UNARY_COUNT])(size_t count, const double *x, double *y, double parameter);
  void (*combine[CK_BINARY_COUNT])(size_t count, const double *a, size_t strideA, const double *b, size_t strideB,
                                   double *y);
  double (*sum)(size_t count, const double *x);
  double (*sum_of_squares)(size_t count, const double *x, double centre);
  double (*least)(size_t count, const double *x);
  double (*greatest)(size_t count, const double *x);
  size_t (*index_of_greatest)(size_t count, const double *x);
  ck_multiply_here *multiply;
  size_t (*train)(ck_network *network, const ck_objective *objective, ck_optimizer *optimizer,
                  const ck_samples *samples, size_t batch, size_t start, size_t updates, const double *rates,
                  double *losses, bool stops);
  double (*gradient)(const ck_network *network, const ck_objective *objective, const double *x, const double *t,
                     size_t samples, bool training, bool backward);
  double (*evaluate)(const ck_network *network, const ck_objective *objective, const double *x, const double *t,
                     size_t samples, size_t batch);
  void (*predict)(const ck_network *network, const double *x, double *y, size_t samples, size_t batch);
  void (*fma)(size_t count, const double *a, const double *b, const double *c, double *y);
};

extern const ck_level ck_baseline, ck_avx2, ck_avx512, ck_neon;

#endif
