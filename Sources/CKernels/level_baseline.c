// Every x86-64 processor: two lanes of SSE2, the fused multiply-add put together from additions and multiplications.
#pragma STDC FP_CONTRACT OFF
#if defined(__x86_64__)
#define LANES 2
#define EMULATE_FMA
#define LEVEL ck_baseline
#include "table.h"
#endif
