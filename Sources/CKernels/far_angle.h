// Angles too large for a reduction in floating point, after Payne and Hanek ("Radian reduction for trigonometric
// functions", 1983): integers alone decide, one value at a time.
#ifndef CK_FAR_ANGLE_H
#define CK_FAR_ANGLE_H

#include "CKernels.h"

/// An angle less a multiple of π/2: what is left, high + low, and the multiple (the low two bits count).
typedef struct { double high, low; int64_t quadrant; } ck_far_angle;

/// The angle |x| for 2^30 ≤ |x|; of an infinity, NaN.
ck_far_angle ck_far_angle_of(double x);

#endif
