// The vocabulary in which every function is written once for all levels: a `real` is LANES doubles, a `mask` as many
// 64-bit integers, all ones where true. Only operations with one right answer in IEEE 754 appear: + − × ÷ √, the
// fused multiply-add, comparisons and bits. So a lane's result depends on that lane's operands alone, never on the
// level, on the neighbours, or on where in an array it stands.
//
// A level file defines LANES and, where the processor has no fused multiply-add, EMULATE_FMA, before it includes this.
#pragma STDC FP_CONTRACT OFF
#ifndef CK_ARITHMETIC_H
#define CK_ARITHMETIC_H

#include "CKernels.h"

#define INLINE static inline __attribute__((always_inline, unused))

/// A loop of a constant count, which the compiler is to write out before it chooses registers.
#define EACH(i, count) _Pragma("clang loop unroll(full)") for (int i = 0; i < count; i++)

typedef double real __attribute__((vector_size(8 * LANES)));
typedef int64_t mask __attribute__((vector_size(8 * LANES)));
typedef mask bits;

/// The value in every lane; less 0, which changes nothing, where plus 0 would change −0.
INLINE real splat(double value) { return value - (real){0}; }
INLINE bits splat_bits(int64_t value) { return value - (bits){0}; }
INLINE bits as_bits(real x) { return (bits)x; }
INLINE real as_real(bits b) { return (real)b; }

/// a where the mask is set, else b.
INLINE real choose(mask m, real a, real b) { return (real)(((bits)a & m) | ((bits)b & ~m)); }
INLINE bool any(mask m) { return __builtin_reduce_or(m) != 0; }

INLINE real magnitude(real x) { return as_real(as_bits(x) & INT64_MAX); }
INLINE bits sign_bit(real x) { return as_bits(x) & INT64_MIN; }
INLINE real with_sign_of(real x, real s) { return as_real((as_bits(x) & INT64_MAX) | sign_bit(s)); }
INLINE mask is_nan(real x) { return x != x; }

/// Every NaN becomes the one that shows: positive, quiet, without payload.
/// By integers: to the compiler a choice between two NaN is none, and it drops it after a square root.
INLINE real canonical(real x) {
  mask nan = (as_bits(x) & INT64_MAX) > 0x7FF0000000000000;
  return as_real((as_bits(x) & ~nan) | (0x7FF8000000000000 & nan));
}

INLINE real root(real x) { return __builtin_elementwise_sqrt(x); }

#include "fused.h"

// Numbers in two parts: high + low, with high the sum rounded to double.
typedef struct { real high, low; } pair;

/// a + b exactly, whatever their sizes.
INLINE pair sum_of(real a, real b) {
  real s = a + b, t = s - a;
  return (pair){s, (a - (s - t)) + (b - t)};
}

/// a + b exactly where |a| ≥ |b| or a is 0.
INLINE pair ordered_sum(real a, real b) {
  real s = a + b;
  return (pair){s, b - (s - a)};
}

/// a·b exactly where that neither underflows nor overflows.
INLINE pair product_of(real a, real b) {
  real p = a * b;
  return (pair){p, product_error(a, b, p)};
}

/// 2^52 + 2^51: adding it rounds to an integer, which then stands in the low bits.
#define ROUNDING_SHIFT 0x1.8p52

/// 2^n for an integral n in −1022 … 1023.
INLINE real power_of_two(real n) { return as_real((as_bits(n + ROUNDING_SHIFT) << 52) + as_bits(splat(1.0))); }

/// x·2^n with one rounding, for an integral n in −2044 … 2046 and x near 1.
INLINE real scaled(real x, real n) {
  real half = (n * 0.5 + ROUNDING_SHIFT) - ROUNDING_SHIFT;
  return x * power_of_two(half) * power_of_two(n - half);
}

#endif
