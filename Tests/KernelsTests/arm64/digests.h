// What the parts of the driver share: numbers to compute with, and digests of what came out.
#ifndef DIGESTS_H
#define DIGESTS_H
#include "CKernels.h"

/// A stream of numbers that follows from its seed alone, on every machine.
typedef struct { uint64_t state; } stream;

uint64_t next_bits(stream *s);
/// Any bits at all, the edges of the format, whole numbers, subnormal ones, and numbers near 1.
void fill_wild(stream *s, double *x, size_t count);
/// Numbers of either sign from 2⁻¹⁰ to 2¹⁰, whose sums and products neither overflow nor are NaN.
void fill_tame(stream *s, double *x, size_t count);
/// Numbers from −1 to 1.
void fill_small(stream *s, double *x, size_t count);
/// As many numbers, all 0, on a boundary of 64 bytes.
double *room(size_t count);

/// FNV-1a, 64 bits, over the bytes of the numbers, least significant first.
typedef struct { uint64_t hash; } digest;

digest new_digest(void);
void take(digest *d, const double *x, size_t count);
/// Prints one line: the name and the digest.
void tell(const char *name, digest d);

/// The edges of the format and of the functions, of either sign.
extern const double edges[];
extern const size_t edge_count;

void tell_functions(const ck_level *level);
void tell_reductions(const ck_level *level);
void tell_products(const ck_level *level);
void tell_trainings(const ck_level *level);

#endif
