// Processors with AVX-512: eight lanes.
#pragma STDC FP_CONTRACT OFF
#if defined(__x86_64__)
#include <immintrin.h>

#include "CKernels.h"
// A processor with these vectors that lacks prefetchw passes over it.
#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512dq,avx512vl,prfchw"))), apply_to = function)
#define LANES 8
#define LEVEL ck_avx512
#include "table.h"
#pragma clang attribute pop
#endif
