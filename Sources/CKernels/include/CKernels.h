/// The face of the arithmetic in C: declarations only. Swift's importer compiles what stands in an imported header
/// with flags of its own, so not one operation on numbers may be defined here.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Functions of one number. Those of the second list take a parameter; the others ignore it.
#define CK_PLAIN_FUNCTIONS(X)                                                                                          \
  X(negative) X(not) X(abs) X(sign) X(step) X(round) X(floor) X(ceil) X(sqrt)                                          \
  X(exp) X(expm1) X(log) X(log1p) X(log2) X(log10)                                                                     \
  X(sin) X(cos) X(tan) X(asin) X(acos) X(atan)                                                                         \
  X(sinh) X(cosh) X(tanh) X(erf)                                                                                       \
  X(sigmoid) X(softplus) X(relu) X(selu) X(silu) X(gelu)
#define CK_PARAMETRIC_FUNCTIONS(X) X(leaky_relu) X(elu)
#define CK_UNARY_FUNCTIONS(X) CK_PLAIN_FUNCTIONS(X) CK_PARAMETRIC_FUNCTIONS(X)

/// Functions of two numbers. Comparisons and connectives give 1 or 0.
#define CK_BINARY_FUNCTIONS(X)                                                                                         \
  X(add) X(subtract) X(multiply) X(divide) X(power) X(minimum) X(maximum)                                              \
  X(less) X(less_equal) X(greater) X(greater_equal) X(equal) X(not_equal) X(and) X(or)

#define CK_ENUMERATOR(name) CK_##name,
enum ck_unary { CK_UNARY_FUNCTIONS(CK_ENUMERATOR) CK_UNARY_COUNT };
enum ck_binary { CK_BINARY_FUNCTIONS(CK_ENUMERATOR) CK_BINARY_COUNT };
#undef CK_ENUMERATOR

/// The vector levels, narrowest first.
enum ck_level_name { CK_BASELINE, CK_AVX2, CK_AVX512, CK_NEON, CK_LEVEL_COUNT };

/// The kernels as compiled for one level.
typedef struct ck_level ck_level;

/// The kernels of a level, or NULL where this processor, or this build, does not have it.
const ck_level *_Nullable ck_level_named(enum ck_level_name name);

/// The level that the environment asks for by TALLY_CPU, or NULL.
const char *_Nullable ck_requested_level(void);

/// y[i] = f(x[i]); `y` may be `x`.
void ck_map(const ck_level *_Nonnull level, enum ck_unary f, size_t count, const double *_Nullable x,
            double *_Nullable y, double parameter);

/// y[i] = f(a[i·strideA], b[i·strideB]), a stride being 1, or 0 for a scalar; `y` may be `a` or `b`.
void ck_combine(const ck_level *_Nonnull level, enum ck_binary f, size_t count, const double *_Nullable a,
                size_t strideA, const double *_Nullable b, size_t strideB, double *_Nullable y);

/// Sums with element i in lane i mod 8 and the lanes added as ((0+4)+(2+6))+((1+5)+(3+7)).
double ck_sum(const ck_level *_Nonnull level, size_t count, const double *_Nullable x);
/// The sum, in the same order, of (x[i] − centre)².
double ck_sum_of_squares(const ck_level *_Nonnull level, size_t count, const double *_Nullable x, double centre);
/// The least and the greatest element; NaN where one is NaN; +inf and −inf of nothing.
double ck_least(const ck_level *_Nonnull level, size_t count, const double *_Nullable x);
double ck_greatest(const ck_level *_Nonnull level, size_t count, const double *_Nullable x);
/// The index of the first NaN, else of the first greatest element; 0 of nothing.
size_t ck_index_of_greatest(const ck_level *_Nonnull level, size_t count, const double *_Nullable x);

/// How the factors of a product lie in memory: as they are multiplied, or one of them transposed.
enum ck_form { CK_PLAIN, CK_RIGHT_TRANSPOSED, CK_LEFT_TRANSPOSED };

/// c = a·b, a·bᵀ or aᵀ·b, c being rows × columns and `inner` the length of the chains. All are row-major, with strides
/// from one row in memory to the next, at least as large as a row: a has rows rows of `inner` numbers, or `inner` rows
/// of `rows` where it lies transposed; b likewise. Every element of c is one chain of fused multiply-adds in index order
/// from +0. `c` overlaps neither.
typedef struct {
  enum ck_form form;
  size_t rows, inner, columns;
  const double *_Nullable a;
  size_t a_stride;
  const double *_Nullable b;
  size_t b_stride;
  double *_Nullable c;
  size_t c_stride;
  /// Added to every row of c when its chains have ended, or null.
  const double *_Nullable addend;
} ck_product;

/// Computes a product; `scratch` has room for `ck_scratch(rows, inner, columns)` numbers, and what it holds is lost.
void ck_multiply(const ck_level *_Nonnull level, const ck_product *_Nonnull product, double *_Nonnull scratch);
/// The numbers of scratch that a product of this size needs, at any level; never more than CK_SCRATCH_LIMIT, and never
/// more than a larger product.
size_t ck_scratch(size_t rows, size_t inner, size_t columns);
enum { CK_SCRATCH_LIMIT = 1 << 19 };

/// The threads that a product or a training may use, the calling one counted: 1 until this is called. They are started
/// when first needed and kept. The number changes no bit of any result.
void ck_set_workforce(size_t threads);
/// c[i, j] = a[i]·b[j].
void ck_outer(const ck_level *_Nonnull level, size_t rows, size_t columns, const double *_Nullable a,
              const double *_Nullable b, double *_Nullable c);
/// y[j, i] = x[i, j], x being rows × columns.
void ck_transpose(size_t rows, size_t columns, const double *_Nullable x, double *_Nullable y);
/// y[i, j] = exp(x[i, j] − m) / Σ exp(x[i, j] − m) row by row, m being the greatest of the row; `y` may be `x`.
void ck_softmax(const ck_level *_Nonnull level, size_t rows, size_t columns, const double *_Nullable x,
                double *_Nullable y);

/// a·b + c rounded once, by integers alone: the reference for every other way of computing it.
double ck_exact_fma(double a, double b, double c);
/// a·b + c as the level computes it, for tests; elementwise over `count` triples.
void ck_fma(const ck_level *_Nonnull level, size_t count, const double *_Nonnull a, const double *_Nonnull b,
            const double *_Nonnull c, double *_Nonnull y);

#include "CTraining.h"

#endif
