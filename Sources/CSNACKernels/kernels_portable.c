// Whatever the compiler's target has: NEON on Arm (a vector is four registers, a tile 4 x 16 takes
// 16 of 32), SSE2 on x86, which has no fused multiply-add and half the registers.
#include "CSNACKernels.h"
#include "sine_polynomial.h"
#include <math.h>

#define VARIANT "portable"
#define NAME(f) snac_portable_##f
#define TILE_VECTORS 1
#if defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA) || defined(__FMA__)
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define TILE_ROWS 4
#else
#define FMA(a, b, c) ((a) * (b) + (c))
#define TILE_ROWS 2
#endif
#include "kernels_body.h"
