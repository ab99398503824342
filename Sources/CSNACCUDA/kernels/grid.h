// The thin layer under the kernels: on a GPU the words of CUDA, elsewhere one block after another,
// its threads taking turns between two SYNCs. What threads keep over a SYNC is PerThread.
#pragma once
#include "../include/snac_cuda_layer.h"

#ifdef __CUDACC__

#define DEVICE static __device__ __forceinline__
#define KERNEL extern "C" __global__ void __launch_bounds__(SNAC_BLOCK_THREADS)
#define UNROLL _Pragma("unroll")
#define EACH_THREAD(thread) if (const int thread = (int)threadIdx.x; true)
#define SYNC() __syncthreads()

DEVICE int block_row() { return (int)blockIdx.x; }
DEVICE int block_column() { return (int)blockIdx.y; }

extern __shared__ __align__(16) char shared_bytes[];
DEVICE char *shared_memory() { return shared_bytes; }

template <typename Value, int count> struct PerThread {
    Value own[count];
    __device__ __forceinline__ Value (&of(int))[count] { return own; }
};

/// Copies 16 bytes to shared memory while threads go on; zeros where there is no source.
DEVICE void copy_soon(void *to, const void *from, const void *anywhere) {
    const unsigned target = (unsigned)__cvta_generic_to_shared(to);
    const int bytes = from ? 16 : 0;
    const void *source = from ? from : anywhere;
    asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(target), "l"(source),
                 "r"(bytes));
}
/// Waits for the thread's own copies.
DEVICE void copies_done() { asm volatile("cp.async.wait_all;" ::: "memory"); }

DEVICE float fused(float a, float b, float c) { return __fmaf_rn(a, b, c); }
DEVICE double product_of(double a, double b) { return __dmul_rn(a, b); }
DEVICE double sum_of(double a, double b) { return __dadd_rn(a, b); }
DEVICE double square_root(double x) { return __dsqrt_rn(x); }
DEVICE long long bits_of(double x) { return __double_as_longlong(x); }
DEVICE double double_of(long long bits) { return __longlong_as_double(bits); }
DEVICE unsigned bits_of(float x) { return __float_as_uint(x); }
DEVICE float float_of(unsigned bits) { return __uint_as_float(bits); }

#else

#include <cmath>
#include <cstddef>
#include <cstring>

#define DEVICE static inline
#define KERNEL extern "C" void
#define UNROLL
#define EACH_THREAD(thread) for (int thread = 0; thread < SNAC_BLOCK_THREADS; thread++)
#define SYNC()

/// The block whose turn it is; whoever runs a kernel sets it.
struct Turn {
    int row, column;
    char *shared;
};
extern thread_local Turn turn;
DEVICE int block_row() { return turn.row; }
DEVICE int block_column() { return turn.column; }
DEVICE char *shared_memory() { return turn.shared; }

template <typename Value, int count> struct PerThread {
    Value all[SNAC_BLOCK_THREADS][count];
    Value (&of(int thread))[count] { return all[thread]; }
};

DEVICE void copy_soon(void *to, const void *from, const void *) {
    if (from)
        std::memcpy(to, from, 16);
    else
        std::memset(to, 0, 16);
}
DEVICE void copies_done() {}

#pragma STDC FP_CONTRACT OFF
DEVICE float fused(float a, float b, float c) { return std::fma(a, b, c); }
DEVICE double product_of(double a, double b) { return a * b; }
DEVICE double sum_of(double a, double b) { return a + b; }
DEVICE double square_root(double x) { return std::sqrt(x); }
template <typename To, typename From> static inline To same_bits(From x) {
    To y;
    static_assert(sizeof y == sizeof x);
    std::memcpy(&y, &x, sizeof y);
    return y;
}
DEVICE long long bits_of(double x) { return same_bits<long long>(x); }
DEVICE double double_of(long long bits) { return same_bits<double>(bits); }
DEVICE unsigned bits_of(float x) { return same_bits<unsigned>(x); }
DEVICE float float_of(unsigned bits) { return same_bits<float>(bits); }

#endif
