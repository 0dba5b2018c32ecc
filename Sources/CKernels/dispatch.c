// The choice of a level, and what needs none.
#pragma STDC FP_CONTRACT OFF
#include "level.h"

#include <stdlib.h>

const ck_level *ck_level_named(enum ck_level_name name) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  bool avx512 = avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                __builtin_cpu_supports("avx512vl");
  if (name == CK_BASELINE) return &ck_baseline;
  if (name == CK_AVX2 && avx2) return &ck_avx2;
  if (name == CK_AVX512 && avx512) return &ck_avx512;
#elif defined(__aarch64__)
  if (name == CK_NEON) return &ck_neon;
#else
#error "no level for this architecture"
#endif
  return NULL;
}

const char *ck_requested_level(void) { return getenv("TALLY_CPU"); }

void ck_map(const ck_level *level, enum ck_unary f, size_t count, const double *x, double *y, double parameter) {
  level->map[f](count, x, y, parameter);
}

void ck_combine(const ck_level *level, enum ck_binary f, size_t count, const double *a, size_t strideA,
                const double *b, size_t strideB, double *y) {
  level->combine[f](count, a, strideA, b, strideB, y);
}

double ck_sum(const ck_level *level, size_t count, const double *x) { return level->sum(count, x); }

double ck_sum_of_squares(const ck_level *level, size_t count, const double *x, double centre) {
  return level->sum_of_squares(count, x, centre);
}

double ck_least(const ck_level *level, size_t count, const double *x) { return level->least(count, x); }
double ck_greatest(const ck_level *level, size_t count, const double *x) { return level->greatest(count, x); }

size_t ck_index_of_greatest(const ck_level *level, size_t count, const double *x) {
  return level->index_of_greatest(count, x);
}

void ck_outer(const ck_level *level, size_t rows, size_t columns, const double *a, const double *b, double *c) {
  for (size_t i = 0; i < rows; i++) level->combine[CK_multiply](columns, a + i, 0, b, 1, c + i * columns);
}

void ck_transpose(size_t rows, size_t columns, const double *x, double *y) {
  const size_t tile = 8;
  for (size_t top = 0; top < rows; top += tile)
    for (size_t left = 0; left < columns; left += tile)
      for (size_t i = top; i < rows && i < top + tile; i++)
        for (size_t j = left; j < columns && j < left + tile; j++) y[j * rows + i] = x[i * columns + j];
}

void ck_softmax(const ck_level *level, size_t rows, size_t columns, const double *x, double *y) {
  for (size_t i = 0; i < rows; i++, x += columns, y += columns) {
    double greatest = level->greatest(columns, x);
    level->combine[CK_subtract](columns, x, 1, &greatest, 0, y);
    level->map[CK_exp](columns, y, y, 0);
    double total = level->sum(columns, y);
    level->combine[CK_divide](columns, y, 1, &total, 0, y);
  }
}

void ck_fma(const ck_level *level, size_t count, const double *a, const double *b, const double *c, double *y) {
  level->fma(count, a, b, c, y);
}
