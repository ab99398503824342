// AVX-512: a vector is one register, and tiles leave 8 of the 32 for weights and inputs.
#include "CSNACKernels.h"

#if defined(__x86_64__)

#pragma clang attribute push( \
    __attribute__((target("avx512f,avx512vl,avx512dq,fma"), min_vector_width(512))), \
    apply_to = function)

#define VARIANT "avx512"
#define NAME(f) snac_avx512_##f
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define SIDE_BY_SIDE 4
#define PANEL_VECTORS 4
#define VECTOR_CASES(X) X(1) X(2) X(3) X(4)
#define TILE_ROWS(vectors) ((vectors) == 4 ? 6 : 8)
#define MOST_ROWS 8
#define MOST_SUMS 24
#define ROW_CASES(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8)

#include "body/vector.h"
#include "body/operand_float.h"
#include "body/product.h"
#include "body/snake.h"
#include "body/filter.h"
#include "body/project.h"
#include "body/peak.h"
#include "body/table.h"

#pragma clang attribute pop

#endif
