/// Arithmetic of the SNAC graph on channels-last rows of floats.
///
/// Every row is computed by the same operations in the same order wherever it lies in a call, so
/// results are bit-identical for every cut of a signal into calls. Rows hold a whole number of
/// vectors (16 floats); the caller pads channels with zeros, so no kernel has a column edge.
#ifndef CSNACKERNELS_H
#define CSNACKERNELS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// Floats in a vector: channels are padded to a multiple of it.
#define SNAC_VECTOR 16
/// Columns in a panel of packed weights; the last panel of a matrix may be narrower.
#define SNAC_PANEL 64

/// A matrix of `k` rows and `n` columns, packed by `snac_pack`; `n` is a multiple of SNAC_VECTOR.
typedef struct {
    size_t k, n;
    const float *panels;
    const float *_Nullable bias; // n floats
} snac_matrix;

/// Equally spaced rows that a product reads and writes. A product takes several runs, so
/// overlapping rows, delayed skips and the rows of several streams need no copy.
typedef struct {
    size_t rows;
    const float *in; // k floats a row
    size_t in_stride;
    float *out; // n floats a row
    size_t out_stride;
    const float *_Nullable skip; // added to the product
    size_t skip_stride;
    const float *_Nullable noise; // one factor of the product a row
} snac_run;

/// Snake's x + sin^2(alpha x) / alpha, one alpha a channel.
typedef struct {
    const float *alpha;
    const float *reciprocal; // 1 / (alpha + 1e-9)
} snac_snake;

/// One implementation of the kernels.
typedef struct {
    const char *name;
    /// out = skip + noise * (in * matrix + bias)
    void (*product)(const snac_matrix *matrix, const snac_run *runs, size_t run_count);
    void (*snake)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                  float *out);
    /// Seven taps `dilation` rows apart, then Snake if there is one. `in` holds `rows + 6 dilation`
    /// rows, `taps` seven rows of weights.
    void (*depthwise)(const float *taps, const float *bias, const snac_snake *_Nullable snake,
                      size_t channels, size_t dilation, size_t rows, const float *in, float *out);
    /// tanh(bias + the dot product of `length` floats), for inputs `stride` floats apart.
    void (*project)(const float *weights, float bias, size_t length, size_t stride, size_t rows,
                    const float *in, float *out);
} snac_kernels;

/// The kernels of that name ("portable", "avx2", "avx512"), or NULL where this machine lacks them.
const snac_kernels *_Nullable snac_kernels_named(const char *name);

/// The fastest kernels that this machine has.
const snac_kernels *snac_kernels_best(void);

/// Packs a row-major matrix of `k` rows and `n` columns, `n` a multiple of SNAC_VECTOR: panel after
/// panel, each row after row. `packed` holds k * n floats.
void snac_pack(const float *matrix, size_t k, size_t n, float *packed);

/// Standard normal draws `first_step ..< first_step + count` of a block's noise. Counter-based: the
/// value depends on (seed, block, step) only. Philox4x32-10 (Salmon et al., 2011) and Box-Muller.
void snac_noise(uint64_t seed, uint32_t block, int64_t first_step, size_t count, float *out);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
