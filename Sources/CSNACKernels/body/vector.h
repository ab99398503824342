// What all kernels are written in: clang's vector extensions.
//
// A kernels_*.c sets the target and these names, then includes the bodies:
// NAME(f)         the variant's name of f
// FMA(a,b,c)      a b + c
// SIDE_BY_SIDE    vectors of a row that are computed operation by operation, since each operation
//                 waits for the one before; a register holds each of their values
// and what product.h names. operand_*.h says what products read.

#include <string.h>

#pragma STDC FP_CONTRACT OFF
// Vectors wider than the target's registers are passed to functions that are always inlined only.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

typedef float vec __attribute__((ext_vector_type(SNAC_VECTOR)));
typedef float loose __attribute__((ext_vector_type(SNAC_VECTOR), aligned(4), may_alias));

#define LOAD(p) ((vec)(*(const loose *)(p)))
#define STORE(p, v) (*(loose *)(p) = (v))

/// What follows is done for each vector `i` of a group.
#define EACH(count) UNROLL for (int i = 0; i < (count); i++)

/// `DO(count)` for all groups of vectors of a row; `c` is the first channel of each.
#define BY_GROUPS(channels, DO) \
    size_t c = 0; \
    for (; c + SIDE_BY_SIDE * SNAC_VECTOR <= (channels); c += SIDE_BY_SIDE * SNAC_VECTOR) { \
        DO(SIDE_BY_SIDE) \
    } \
    for (; c < (channels); c += SNAC_VECTOR) { DO(1) }
