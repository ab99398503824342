// What all kernels are written in: clang's vector extensions.
//
// A kernels_*.c sets the target and these names, then includes the bodies:
// NAME(f)     the variant's name of f
// FMA(a,b,c)  a b + c
// OPERAND     the type that products read, with LOAD_, STORE_ and pack of its own in product_*.h

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
