// AVX2 and FMA: a vector is two registers, a tile 6 x 16 takes 12 of the 16.
#include "CSNACKernels.h"

#if defined(__x86_64__)

#include "sine_polynomial.h"
#include <math.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define VARIANT "avx2"
#define NAME(f) snac_avx2_##f
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define TILE_ROWS 6
#define TILE_VECTORS 1
#include "kernels_body.h"

#pragma clang attribute pop

#endif
