#pragma STDC FP_CONTRACT OFF
#include "CKernels.h"

typedef unsigned __int128 wide;

static uint64_t bits_of(double x) {
  uint64_t b;
  __builtin_memcpy(&b, &x, sizeof b);
  return b;
}

/// A finite number that is not zero: significand · 2^exponent, the significand having exactly 53 bits.
typedef struct { uint64_t significand; int exponent; bool negative; } parts;

static parts taken_apart(double x) {
  uint64_t b = bits_of(x), fraction = b & 0xFFFFFFFFFFFFF;
  int e = (int)(b >> 52 & 0x7FF);
  if (e == 0) {
    int shift = __builtin_clzll(fraction) - 11;
    return (parts){fraction << shift, -1074 - shift, b >> 63};
  }
  return (parts){fraction | 1ull << 52, e - 1075, b >> 63};
}

/// m shifted right, every bit lost leaving a mark in the last one.
static wide jammed(wide m, int shift) {
  if (shift == 0) return m;
  if (shift > 127) return m != 0;
  return m >> shift | ((m << (128 - shift)) != 0);
}

/// m · 2^e to the nearest double, ties to even, m not zero.
static double rounded(wide m, int e, bool negative) {
  uint64_t top = (uint64_t)(m >> 64);
  int length = 128 - (top ? __builtin_clzll(top) : 64 + __builtin_clzll((uint64_t)m));
  int last = e + length - 53;
  if (last < -1074) last = -1074;
  int shift = last - e;
  uint64_t significand;
  if (shift <= 0) {
    significand = (uint64_t)(m << -shift);
  } else {
    m = jammed(m, shift > 2 ? shift - 2 : 0) << (shift > 2 ? 0 : 2 - shift);
    significand = (uint64_t)(m >> 2);
    int rest = (int)(m & 3);
    significand += rest > 2 || (rest == 2 && (significand & 1));
  }
  // The significand's top bit, where it has one, counts the exponent field up by itself.
  uint64_t field = significand >> 52 ? (uint64_t)(last + 1074) : 0;
  uint64_t b = significand + (field << 52);
  if (b > 0x7FFull << 52) b = 0x7FFull << 52;
  b |= (uint64_t)negative << 63;
  double x;
  __builtin_memcpy(&x, &b, sizeof x);
  return x;
}

double ck_exact_fma(double a, double b, double c) {
  const uint64_t infinite = 0x7FFull << 52;
  uint64_t x = bits_of(a) << 1 >> 1, y = bits_of(b) << 1 >> 1, z = bits_of(c) << 1 >> 1;
  // With a zero factor the product is exact; with an operand not finite only the kinds of the operands count.
  if (x == 0 || y == 0 || x >= infinite || y >= infinite) return a * b + c;
  if (z >= infinite) return c;

  parts p = taken_apart(a), q = taken_apart(b);
  wide product = (wide)p.significand * q.significand << 20;
  int e = p.exponent + q.exponent - 20;
  bool negative = p.negative != q.negative;
  if (z == 0) return rounded(product, e, negative);

  // Both with their top bit at 124 or 125. The smaller is shifted; where that loses bits no cancellation can reach them.
  parts r = taken_apart(c);
  wide addend = (wide)r.significand << 73;
  int f = r.exponent - 73;
  if (e < f) {
    product = jammed(product, f - e);
    e = f;
  } else {
    addend = jammed(addend, e - f);
  }
  if (negative == r.negative) return rounded(product + addend, e, negative);
  if (product == addend) return 0.0;
  if (product > addend) return rounded(product - addend, e, negative);
  return rounded(addend - product, e, r.negative);
}
