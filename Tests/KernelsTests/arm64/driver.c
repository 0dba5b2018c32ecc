// Calls every family of kernels through the face that Swift has, and prints a digest of the results of each: where two
// machines print the same, their kernels give the same bits. See `run` beside it.
//
//     driver            the levels of this machine, a line each
//     driver LEVEL      the digests at that level
#pragma STDC FP_CONTRACT OFF
#include "digests.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t next_bits(stream *s) {
  s->state += 0x9E3779B97F4A7C15;
  uint64_t z = s->state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

static double number_of(uint64_t bits) {
  double x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

const double edges[] = {
    0.0, 0x1p-1074, 0x1.ffffffffffffcp-1023, 0x1p-1022, 0x1p-900, 0x1p-538, 0x1p-60, 0x1p-53, 0.5, 1.0, 1.5, 2.0, 2.5,
    0x1.fffffffffffffp-1, 0x1.0000000000001p0, 0x1.6a09e667f3bcdp-1, 0x1.62e42fefa39efp-2, 709.78, 710.48, 745.14, 800.0,
    0x1p51, 0x1.8p52, 0x1.fffffffffffffp52, 0x1p53, 0x1p511, 0x1p996, 0x1.fffffffffffffp1023, INFINITY, NAN,
    -0.0, -0x1p-1074, -0x1.ffffffffffffcp-1023, -0x1p-1022, -0x1p-900, -0x1p-538, -0x1p-60, -0x1p-53, -0.5, -1.0, -1.5,
    -2.0, -2.5, -0x1.fffffffffffffp-1, -0x1.0000000000001p0, -0x1.6a09e667f3bcdp-1, -0x1.62e42fefa39efp-2, -709.78,
    -710.48, -745.14, -800.0, -0x1p51, -0x1.8p52, -0x1.fffffffffffffp52, -0x1p53, -0x1p511, -0x1p996,
    -0x1.fffffffffffffp1023, -INFINITY, -NAN,
};
const size_t edge_count = sizeof edges / sizeof *edges;

static double wild(stream *s) {
  const uint64_t fraction = 0x800FFFFFFFFFFFFF;
  uint64_t bits = next_bits(s);
  switch (next_bits(s) % 6) {
  case 0: return number_of(bits);
  case 1: return edges[bits % edge_count];
  case 2: return (double)(int)(bits % 129) - 64;
  case 3: return number_of(bits & fraction);
  default: return number_of((bits & fraction) | (993 + next_bits(s) % 41) << 52);
  }
}

void fill_wild(stream *s, double *x, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] = wild(s);
}

void fill_tame(stream *s, double *x, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t bits = next_bits(s) & 0x800FFFFFFFFFFFFF;
    x[i] = number_of(bits | (1013 + next_bits(s) % 20) << 52);
  }
}

void fill_small(stream *s, double *x, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] = (double)(next_bits(s) >> 11) * 0x1p-52 - 1;
}

double *room(size_t count) {
  size_t bytes = (count * sizeof(double) + 64) & ~(size_t)63;
  double *x = aligned_alloc(64, bytes);
  if (x == NULL) {
    fputs("driver: no memory left\n", stderr);
    exit(1);
  }
  memset(x, 0, bytes);
  return x;
}

digest new_digest(void) { return (digest){0xCBF29CE484222325}; }

void take(digest *d, const double *x, size_t count) {
  for (size_t i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, x + i, sizeof bits);
    for (int shift = 0; shift < 64; shift += 8) d->hash = (d->hash ^ (bits >> shift & 0xFF)) * 0x100000001B3;
  }
}

void tell(const char *name, digest d) { printf("%s %016llx\n", name, (unsigned long long)d.hash); }

static const char *const names[CK_LEVEL_COUNT] = {
    [CK_BASELINE] = "baseline", [CK_AVX2] = "avx2", [CK_AVX512] = "avx512", [CK_NEON] = "neon"};

int main(int count, char **arguments) {
  for (int i = 0; i < CK_LEVEL_COUNT; i++) {
    const ck_level *level = ck_level_named(i);
    if (level == NULL) continue;
    if (count < 2) puts(names[i]);
    if (count < 2 || strcmp(arguments[1], names[i]) != 0) continue;
    tell_functions(level);
    tell_reductions(level);
    tell_products(level);
    tell_trainings(level);
    return 0;
  }
  if (count < 2) return 0;
  fprintf(stderr, "driver: this machine has no level %s\n", arguments[1]);
  return 1;
}
