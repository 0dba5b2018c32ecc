// Every arm64 processor: two lanes of NEON, which has the fused multiply-add.
#pragma STDC FP_CONTRACT OFF
#if defined(__aarch64__)
#define LANES 2
#define LEVEL ck_neon
#include "table.h"
#endif
