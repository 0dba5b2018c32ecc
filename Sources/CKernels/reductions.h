// Arrays to one number: element i is added into lane i mod 8, and the lanes meet in one fixed tree. 8 lanes are
// SETS registers here.
#ifndef CK_REDUCTIONS_H
#define CK_REDUCTIONS_H
#include "elementary.h"
#include "lanes.h"

#define SETS (8 / LANES)

/// ((0+4)+(2+6))+((1+5)+(3+7))
static double tree(const double *lane) {
  double even = (lane[0] + lane[4]) + (lane[2] + lane[6]);
  double odd = (lane[1] + lane[5]) + (lane[3] + lane[7]);
  return even + odd;
}

/// x becomes that of all its lanes, by halves; for functions that need no order.
#if LANES == 8
#define OVER_LANES(function, x)                                                                                        \
  x = function(x, __builtin_shufflevector(x, x, 4, 5, 6, 7, 0, 1, 2, 3));                                              \
  x = function(x, __builtin_shufflevector(x, x, 2, 3, 0, 1, 6, 7, 4, 5));                                              \
  x = function(x, __builtin_shufflevector(x, x, 1, 0, 3, 2, 5, 4, 7, 6));
#elif LANES == 4
#define OVER_LANES(function, x)                                                                                        \
  x = function(x, __builtin_shufflevector(x, x, 2, 3, 0, 1));                                                          \
  x = function(x, __builtin_shufflevector(x, x, 1, 0, 3, 2));
#else
#define OVER_LANES(function, x) x = function(x, __builtin_shufflevector(x, x, 1, 0));
#endif

INLINE double canonical1(double x) { return canonical(splat(x))[0]; }

/// The `set`th register of the last few elements, counted from `x`.
INLINE real rest_of(const double *x, size_t count, size_t set) {
  size_t before = set * LANES;
  return count > before ? load_some(x + before, count - before < LANES ? count - before : LANES) : splat(0.0);
}

static double total_of(const real *sums) {
  double lane[8];
  for (int s = 0; s < SETS; s++) store(lane + s * LANES, sums[s]);
  return canonical1(tree(lane));
}

/// A lane is never −0, so the zeros that fill up the last few elements change none.
static double reduce_sum(size_t count, const double *x) {
  real sums[SETS] = {0};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int s = 0; s < SETS; s++) sums[s] += load(x + i + s * LANES);
  if (i < count)
    for (int s = 0; s < SETS; s++) sums[s] += rest_of(x + i, count - i, s);
  return total_of(sums);
}

static double reduce_sum_of_squares(size_t count, const double *x, double centre) {
  real sums[SETS] = {0};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int s = 0; s < SETS; s++) {
      real d = load(x + i + s * LANES) - centre;
      sums[s] = fused(d, d, sums[s]);
    }
  if (i < count)
    for (size_t s = 0; s < SETS && s * LANES < count - i; s++) {
      mask there = first_lanes(count - i - s * LANES);
      real d = choose(there, rest_of(x + i, count - i, s) - centre, splat(0.0));
      sums[s] = fused(d, d, sums[s]);
    }
  return total_of(sums);
}

/// Least and greatest need no order: of equal numbers only the zeros differ, and −0 is the smaller.
#define EXTREME(name, function, start)                                                                                 \
  static double reduce_##name(size_t count, const double *x) {                                                         \
    real best = splat(start);                                                                                          \
    size_t i = 0;                                                                                                      \
    for (; i + LANES <= count; i += LANES) best = function(best, load(x + i));                                         \
    if (i < count) best = function(best, choose(first_lanes(count - i), load_some(x + i, count - i), best));           \
    OVER_LANES(function, best)                                                                                         \
    return canonical1(best[0]);                                                                                        \
  }
EXTREME(least, minimum_of, __builtin_inf())
EXTREME(greatest, maximum_of, -__builtin_inf())
#undef EXTREME
#undef OVER_LANES

static size_t reduce_index_of_greatest(size_t count, const double *x) {
  double greatest = reduce_greatest(count, x);
  for (size_t i = 0; i < count; i++)
    if (x[i] == greatest || x[i] != x[i]) return i;
  return 0;
}

#endif
