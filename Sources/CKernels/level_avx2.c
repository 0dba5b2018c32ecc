// Processors with AVX2 and FMA: four lanes.
#pragma STDC FP_CONTRACT OFF
#if defined(__x86_64__)
#include <immintrin.h>

#include "CKernels.h"
// A processor with these vectors that lacks prefetchw passes over it.
#pragma clang attribute push(__attribute__((target("avx2,fma,prfchw"))), apply_to = function)
#define LANES 4
#define LEVEL ck_avx2
#include "table.h"
#pragma clang attribute pop
#endif
