#pragma STDC FP_CONTRACT OFF
#include "far_angle.h"

#include "trigonometric_constants.h"

typedef unsigned __int128 wide;

/// 192 bits, the highest first.
typedef struct { uint64_t high, middle, low; } fraction;

static double double_of(uint64_t b) {
  double x;
  __builtin_memcpy(&x, &b, sizeof x);
  return x;
}

/// The first of two words after both are shifted left together, shift < 64.
static uint64_t joined(uint64_t first, uint64_t second, int shift) {
  return first << shift | second >> 1 >> (63 - shift);
}

static fraction negated(fraction f) {
  f.low = -f.low;
  f.middle = ~f.middle + (f.low == 0);
  f.high = ~f.high + (f.low == 0 && f.middle == 0);
  return f;
}

/// |x|·2/π modulo 4, in units of 2^-190, for x = ±m·2^e. Digits of 2/π above 2^(2-e) only add multiples of 4 to the
/// product, and those 192 places lower add less than 2^-137.
static fraction turns(uint64_t b) {
  uint64_t m = (b & 0xFFFFFFFFFFFFF) | 1ull << 52;
  int start = (int)(b >> 52 & 0x7FF) - 1075 + 62, shift = start & 63;
  const uint64_t *word = two_over_pi + (start >> 6);
  wide low = (wide)m * joined(word[2], word[3], shift);
  wide middle = (wide)m * joined(word[1], word[2], shift) + (uint64_t)(low >> 64);
  uint64_t high = m * joined(word[0], word[1], shift) + (uint64_t)(middle >> 64);
  return (fraction){high, (uint64_t)middle, (uint64_t)low};
}

ck_far_angle ck_far_angle_of(double x) {
  uint64_t b;
  __builtin_memcpy(&b, &x, sizeof b);
  if ((b >> 52 & 0x7FF) == 0x7FF) return (ck_far_angle){__builtin_nan(""), 0, 0};
  fraction f = turns(b);

  // To the nearest quadrant; what is left has a sign, and its first bit moves to the top.
  uint64_t quadrant = (f.high + (1ull << 61)) >> 62;
  f.high -= quadrant << 62;
  double sign = f.high >> 63 ? -1 : 1;
  if (f.high >> 63) f = negated(f);
  int places = 0;
  if (f.high == 0) {
    f = (fraction){f.middle, f.low, 0};
    places = 64;
  }
  int leading = __builtin_clzll(f.high | 1);
  f = (fraction){joined(f.high, f.middle, leading), joined(f.middle, f.low, leading), f.low << leading};
  places += leading;

  // 106 bits of it as two doubles, times π/2.
  double unit = double_of((uint64_t)(1023 - 51 - places) << 52);
  double head = sign * (double)(int64_t)(f.high >> 11) * unit;
  double tail = sign * (double)(int64_t)((f.high & 0x7FF) << 42 | f.middle >> 22) * (unit * 0x1p-53);
  double product = head * half_pi[0];
  double rest = ck_exact_fma(head, half_pi[0], -product) + (head * half_pi[1] + tail * half_pi[0]);
  double high = product + rest;
  return (ck_far_angle){high, rest - (high - product), (int64_t)quadrant};
}
