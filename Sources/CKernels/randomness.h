// The random numbers of dropout: Philox4x32-10 (Salmon, Moraes, Dror and Shaw, 2011), LANES blocks side by side, with the
// numbers that Kernels' RandomStream gives.
#ifndef CK_RANDOMNESS_H
#define CK_RANDOMNESS_H
#include "dense.h"

typedef uint64_t words __attribute__((vector_size(8 * LANES)));

/// FNV-1a of a part's number, as eight bytes, on from the identity of the whole stream.
static uint64_t part_of_stream(uint64_t identity, uint64_t number) {
  for (int i = 0; i < 8; i++) identity = (identity ^ (number >> (8 * i) & 0xFF)) * 0x100000001B3;
  return identity;
}

/// factors[i] = 0 with that probability, else 1/(1 − probability), by the uniform number at index i of the stream.
static void drop(size_t count, double probability, uint64_t seed, uint64_t identity, double *factors) {
  const uint64_t low = 0xFFFFFFFF;
  const double kept = 1.0 / (1.0 - probability);
  for (size_t i = 0; i < count; i += 2 * LANES) {
    words c0, c1;
    for (int l = 0; l < LANES; l++) c0[l] = i / 2 + l;
    c1 = c0 >> 32, c0 &= low;
    words c2 = (words){0} + (identity & low), c3 = (words){0} + (identity >> 32);
    uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
    for (int round = 0; round < 10; round++) {
      words a = c0 * 0xD2511F53, b = c2 * 0xCD9E8D57;
      c0 = (b >> 32) ^ c1 ^ k0, c2 = (a >> 32) ^ c3 ^ k1;
      c1 = b & low, c3 = a & low;
      k0 += 0x9E3779B9, k1 += 0xBB67AE85;
    }
    words first = c0 | c1 << 32, second = c2 | c3 << 32;
    for (size_t l = 0; l < LANES; l++) {
      size_t even = i + 2 * l;
      if (even < count) factors[even] = (double)(first[l] >> 11) * 0x1p-53 < probability ? 0.0 : kept;
      if (even + 1 < count) factors[even + 1] = (double)(second[l] >> 11) * 0x1p-53 < probability ? 0.0 : kept;
    }
  }
}

#endif
