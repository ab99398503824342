// AVX-512: a vector is one register, a tile 6 x 64 takes 24 of the 32.
#include "CSNACKernels.h"

#if defined(__x86_64__)

#include "sine_polynomial.h"
#include <math.h>

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512dq,fma"), min_vector_width(512))), \
    apply_to = function)

#define VARIANT "avx512"
#define NAME(f) snac_avx512_##f
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define TILE_ROWS 6
#define TILE_VECTORS 4
#include "kernels_body.h"

#pragma clang attribute pop

#endif
