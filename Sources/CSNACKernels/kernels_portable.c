// Whatever the compiler's target has: NEON on Arm (a vector is four registers, a tile of 6 rows
// takes 24 of 32), SSE2 on x86, which has no fused multiply-add and half the registers.
#include "CSNACKernels.h"

#define VARIANT "portable"
#define NAME(f) snac_portable_##f
#define SIDE_BY_SIDE 1
#define PANEL_VECTORS 1
#define VECTOR_CASES(X) X(1)
#if defined(__FP_FAST_FMAF) || defined(__ARM_FEATURE_FMA) || defined(__FMA__)
#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define TILE_ROWS(vectors) 6
#define MOST_ROWS 6
#define MOST_SUMS 6
#define ROW_CASES(X) X(1) X(2) X(3) X(4) X(5) X(6)
#else
#define FMA(a, b, c) ((a) * (b) + (c))
#define TILE_ROWS(vectors) 2
#define MOST_ROWS 2
#define MOST_SUMS 2
#define ROW_CASES(X) X(1) X(2)
#endif

#include "body/vector.h"
#include "body/operand_float.h"
#include "body/product.h"
#include "body/snake.h"
#include "body/filter.h"
#include "body/project.h"
#include "body/peak.h"
#include "body/table.h"
