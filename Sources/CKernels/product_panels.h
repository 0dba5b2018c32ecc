// Panels: parts of a factor copied together in the order in which the tiles read them.
#ifndef CK_PRODUCT_PANELS_H
#define CK_PRODUCT_PANELS_H
#include "lanes.h"

/// The LANES × LANES matrix in `x`, turned over its diagonal.
INLINE void turn(real x[LANES]) {
#if LANES == 8
  real y[8], z[8];
  for (int i = 0; i < 8; i += 2) {
    y[i] = __builtin_shufflevector(x[i], x[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    y[i + 1] = __builtin_shufflevector(x[i], x[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (int i = 0; i < 8; i += 4)
    for (int j = 0; j < 2; j++) {
      z[i + j] = __builtin_shufflevector(y[i + j], y[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      z[i + j + 2] = __builtin_shufflevector(y[i + j], y[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  for (int i = 0; i < 4; i++) {
    x[i] = __builtin_shufflevector(z[i], z[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    x[i + 4] = __builtin_shufflevector(z[i], z[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
#elif LANES == 4
  real y[4];
  for (int i = 0; i < 4; i += 2) {
    y[i] = __builtin_shufflevector(x[i], x[i + 1], 0, 4, 2, 6);
    y[i + 1] = __builtin_shufflevector(x[i], x[i + 1], 1, 5, 3, 7);
  }
  for (int i = 0; i < 2; i++) {
    x[i] = __builtin_shufflevector(y[i], y[i + 2], 0, 1, 4, 5);
    x[i + 2] = __builtin_shufflevector(y[i], y[i + 2], 2, 3, 6, 7);
  }
#else
  real y = __builtin_shufflevector(x[0], x[1], 0, 2);
  x[1] = __builtin_shufflevector(x[0], x[1], 1, 3);
  x[0] = y;
#endif
}

/// The processor foresees the rest of a row, not the next: so many rows ahead are fetched into the cache.
#define FETCHED_AHEAD 16

/// panel[k·step + i] = x[k·stride + i] for i < width, and anything for i up to `step`.
INLINE void copy_straight(size_t depth, size_t width, const double *x, size_t stride, double *panel, size_t step) {
  for (size_t k = 0; k < depth; k++, x += stride, panel += step) {
    size_t i = 0;
    for (; i + LANES <= width; i += LANES) {
      __builtin_prefetch(x + FETCHED_AHEAD * stride + i);
      store(panel + i, load(x + i));
    }
    if (i < width) store_some(panel + i, load_some(x + i, width - i), step - i < LANES ? width - i : LANES);
  }
}

/// panel[k·step + i] = x[i·stride + k] for i < width, and anything for i up to `room`.
INLINE void copy_turned(size_t depth, size_t width, const double *x, size_t stride, double *panel, size_t step,
                        size_t room) {
  for (size_t i = 0; i < width; i += LANES, x += LANES * stride, panel += LANES) {
    size_t rows = width - i < LANES ? width - i : LANES;
    size_t kept = room - i < LANES ? rows : LANES;
    for (size_t k = 0; k < depth; k += LANES) {
      size_t terms = depth - k < LANES ? depth - k : LANES;
      real square[LANES];
      for (size_t r = 0; r < LANES; r++) {
        const double *row = x + (r < rows ? r : 0) * stride + k;
        square[r] = terms == LANES ? load(row) : load_some(row, terms);
        __builtin_prefetch(row + LANES * stride);
      }
      turn(square);
      for (size_t t = 0; t < LANES; t++)
        if (t < terms) {
          double *place = panel + (k + t) * step;
          if (kept == LANES) store(place, square[t]);
          else store_some(place, square[t], kept);
        }
    }
  }
}

#endif
