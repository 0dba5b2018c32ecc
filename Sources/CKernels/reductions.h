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

INLINE double canonical1(double x) { return canonical(splat(x))[0]; }

static double reduce_sum(size_t count, const double *x) {
  real sums[SETS] = {0};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int s = 0; s < SETS; s++) sums[s] += load(x + i + s * LANES);
  double lane[8];
  for (int s = 0; s < SETS; s++) store(lane + s * LANES, sums[s]);
  for (int l = 0; i < count; i++, l++) lane[l] += x[i];
  return canonical1(tree(lane));
}

static double reduce_sum_of_squares(size_t count, const double *x, double centre) {
  real sums[SETS] = {0};
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    for (int s = 0; s < SETS; s++) {
      real d = load(x + i + s * LANES) - centre;
      sums[s] = fused(d, d, sums[s]);
    }
  double lane[8];
  for (int s = 0; s < SETS; s++) store(lane + s * LANES, sums[s]);
  for (int l = 0; i < count; i++, l++) {
    double d = x[i] - centre;
    lane[l] = fused1(d, d, lane[l]);
  }
  return canonical1(tree(lane));
}

/// Least and greatest need no order: of equal numbers only the zeros differ, and −0 is the smaller.
#define EXTREME(name, function, start)                                                                                 \
  static double reduce_##name(size_t count, const double *x) {                                                         \
    real best = splat(start);                                                                                          \
    size_t i = 0;                                                                                                      \
    for (; i + LANES <= count; i += LANES) best = function(best, load(x + i));                                         \
    for (; i < count; i++) best = function(best, splat(x[i]));                                                         \
    real result = splat(best[0]);                                                                                      \
    for (int l = 1; l < LANES; l++) result = function(result, splat(best[l]));                                         \
    return canonical1(result[0]);                                                                                      \
  }
EXTREME(least, minimum_of, __builtin_inf())
EXTREME(greatest, maximum_of, -__builtin_inf())
#undef EXTREME

static size_t reduce_index_of_greatest(size_t count, const double *x) {
  double greatest = reduce_greatest(count, x);
  for (size_t i = 0; i < count; i++)
    if (x[i] == greatest || x[i] != x[i]) return i;
  return 0;
}

#endif
