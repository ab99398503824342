// AVX2 and FMA: a vector is two registers, a tile of 6 rows takes 12 of the 16.
#include "CSNACKernels.h"

#if defined(__x86_64__)

#pragma clang attribute push( \
    __attribute__((target("avx2,fma"))), \
    apply_to = function)

#define VARIANT "avx2"
#define NAME(f) snac_avx2_##f
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define SIDE_BY_SIDE 2
#define PANEL_VECTORS 1
#define VECTOR_CASES(X) X(1)
#define TILE_ROWS(vectors) 6
#define MOST_ROWS 6
#define MOST_SUMS 6
#define ROW_CASES(X) X(1) X(2) X(3) X(4) X(5) X(6)

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
