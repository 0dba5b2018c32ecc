// The loops that apply a function to arrays, one for each function.
#ifndef CK_MAPS_H
#define CK_MAPS_H
#include "elementary.h"
#include "lanes.h"
#include "near.h"
#include "normal.h"
#include "power.h"
#include "trigonometric.h"

#define MAP(name, value)                                                                                               \
  static void map_##name(size_t count, const double *x, double *y, double parameter) {                                 \
    (void)parameter;                                                                                                   \
    size_t i = 0;                                                                                                      \
    for (; i + LANES <= count; i += LANES) {                                                                           \
      real v = load(x + i);                                                                                            \
      store(y + i, canonical(value));                                                                                  \
    }                                                                                                                  \
    if (i < count) {                                                                                                   \
      real v = load_some(x + i, count - i);                                                                            \
      store_some(y + i, canonical(value), count - i);                                                                  \
    }                                                                                                                  \
  }
#define PLAIN_MAP(name) MAP(name, name##_of(v))
#define PARAMETRIC_MAP(name) MAP(name, name##_of(v, splat(parameter)))
CK_PLAIN_FUNCTIONS(PLAIN_MAP)
CK_PARAMETRIC_FUNCTIONS(PARAMETRIC_MAP)
#undef PARAMETRIC_MAP
#undef PLAIN_MAP
#undef MAP

#define COMBINATION(name)                                                                                              \
  static void combine_##name(size_t count, const double *a, size_t strideA, const double *b, size_t strideB,           \
                             double *y) {                                                                              \
    if (count == 0) return;                                                                                            \
    real u = splat(*a), v = splat(*b);                                                                                 \
    size_t i = 0;                                                                                                      \
    for (; i + LANES <= count; i += LANES) {                                                                           \
      if (strideA) u = load(a + i);                                                                                    \
      if (strideB) v = load(b + i);                                                                                    \
      store(y + i, canonical(name##_of(u, v)));                                                                        \
    }                                                                                                                  \
    if (i < count) {                                                                                                   \
      if (strideA) u = load_some(a + i, count - i);                                                                    \
      if (strideB) v = load_some(b + i, count - i);                                                                    \
      store_some(y + i, canonical(name##_of(u, v)), count - i);                                                        \
    }                                                                                                                  \
  }
CK_BINARY_FUNCTIONS(COMBINATION)
#undef COMBINATION

static void map_fma(size_t count, const double *a, const double *b, const double *c, double *y) {
  for (size_t i = 0; i < count; i += LANES) {
    size_t n = count - i < LANES ? count - i : LANES;
    store_some(y + i, fused(load_some(a + i, n), load_some(b + i, n), load_some(c + i, n)), n);
  }
}

#endif
