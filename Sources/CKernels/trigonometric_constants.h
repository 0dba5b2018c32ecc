// Made by Tests/KernelsTests/accuracy/coefficients.py: change that, not this.
#ifndef CK_TRIGONOMETRIC_CONSTANTS_H
#define CK_TRIGONOMETRIC_CONSTANTS_H

#include <stdint.h>

// π/2 as a sum of three doubles.
static const double half_pi[3] = {
    0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110,
};

// √2 as a sum of two doubles.
static const double root_of_2[2] = {
    0x1.6a09e667f3bcdp+0, -0x1.bdd3413b26456p-54,
};

// The binary digits of 2/π, after one word of zeros.
static const uint64_t two_over_pi[21] = {
    0x0000000000000000, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041,
    0xfe5163abdebbc561, 0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e,
    0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
    0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d,
    0x7527bac7ebe5f17b, 0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab,
    0xf0cfbc209af4361d,
};

// (sin r − r)/r³ in z = r² up to (π/4)²: constant first; error 2^-56.6.
static const double sine_series[7] = {
    -0x1.5555555555555p-3, 0x1.1111111111110p-7, -0x1.a01a01a019938p-13,
    0x1.71de3a5460952p-19, -0x1.ae645412c4787p-26, 0x1.61217f0ac7f98p-33,
    -0x1.ab17d3985bccep-41,
};

// (cos r − 1 + z/2)/z² in z = r² up to (π/4)²: constant first; error 2^-58.6.
static const double cosine_series[6] = {
    0x1.5555555555555p-5, -0x1.6c16c16c16967p-10, 0x1.a01a019f4eafap-16,
    -0x1.27e4fa17d9864p-22, 0x1.1eeb68e8b2372p-29, -0x1.907da304ce77bp-37,
};

// (asin s − s)/s³ in z = s² up to 1/4: constant first; error 2^-55.3.
static const double arc_sine_series[13] = {
    0x1.5555555555556p-3, 0x1.3333333332ecap-4, 0x1.6db6db6e31f13p-5,
    0x1.f1c71c1db0623p-6, 0x1.6e8bb1c8209a2p-6, 0x1.1c4d35cf95421p-6,
    0x1.c9cf07674736ap-7, 0x1.782651caa6547p-7, 0x1.52420b04b37bep-7,
    0x1.65a9c4dfcf8b2p-8, 0x1.1d189408314eep-6, -0x1.e6aaa8a0a04ccp-7,
    0x1.d72b2bc8155f8p-6,
};

// (atan t − t)/t³ in z = t² up to tan²(π/8): constant first; error 2^-54.3.
static const double arc_tangent_series[11] = {
    -0x1.5555555555555p-2, 0x1.999999999934cp-3, -0x1.24924924361fep-3,
    0x1.c71c71853d61ep-4, -0x1.745d0b28a329ap-4, 0x1.3b126305e1a32p-4,
    -0x1.10fa77ab9c6d5p-4, 0x1.dfe64915a2d96p-5, -0x1.a0999a3df6ef8p-5,
    0x1.4162b9f87c419p-5, -0x1.3a31a292c6ad9p-6,
};

// erf(x)/x in z = x² up to 1/4: from the second coefficient; error 2^-57.2.
static const double error_function_series[9] = {
    -0x1.812746b0379e6p-2, 0x1.ce2f21a042b29p-4, -0x1.b82ce3127f739p-6,
    0x1.565bcd0aa6349p-8, -0x1.c02db23d41138p-11, 0x1.f9a2a6635fe79p-14,
    -0x1.f4bb9f7301dedp-17, 0x1.b776442df3041p-20, -0x1.39fb524e9c1f7p-23,
};

// The constant before those, as a sum of two doubles.
static const double error_function_series_start[2] = {
    0x1.20dd750429b6dp+0, 0x1.1a70f6f39063dp-56,
};

// (1 + s) · 2Φ(−s) · e^(s²/2) in t = (s − 5)/(s + 5): from the second coefficient; error 2^-57.6.
static const double normal_tail_series[25] = {
    -0x1.76ff86859eb14p-3, 0x1.fc66cc64a13dep-5, 0x1.47c1d03054878p-6,
    -0x1.b08e0007b4c2dp-5, 0x1.92037bab4777cp-5, -0x1.f11aab030d549p-6,
    0x1.ab6d038d2b10ep-7, -0x1.b75f4f7ea9022p-9, 0x1.0571a6a76184fp-16,
    0x1.7e61e047b191ap-12, -0x1.c1b1d2a0b8aa8p-14, -0x1.4c0d86146a022p-16,
    0x1.3004b6dd9942ep-16, -0x1.2fb05825a034dp-23, -0x1.5f5533b7cf71cp-19,
    0x1.13d88f68e1828p-22, 0x1.a9d300b126c70p-22, -0x1.cde1358e844ccp-25,
    -0x1.1ada12e0942c2p-24, 0x1.148e53cad4072p-27, 0x1.83cd94bb3de24p-27,
    -0x1.dc9834adba149p-31, -0x1.ca11e0f2084d8p-30, 0x1.bb780a2ea457cp-35,
    0x1.3dcaacdbccc1cp-33,
};

// The constant before those, as a sum of two doubles.
static const double normal_tail_series_start[2] = {
    0x1.d8979b0f2b39dp-1, 0x1.cbe55cc1e8f14p-55,
};

// The derivative of that in t, roughly: constant first; error 2^-14.6.
static const double normal_tail_slope[8] = {
    -0x1.76f8a6cca52c9p-3, 0x1.fc4cc668ab09bp-4, 0x1.e83feed0c28fbp-5,
    -0x1.aeecac2cfdcd7p-3, 0x1.fa66e1713bd42p-3, -0x1.7d1466a5fac13p-3,
    0x1.6c8344cf03484p-4, -0x1.4a7eb0323075fp-6,
};

#endif
