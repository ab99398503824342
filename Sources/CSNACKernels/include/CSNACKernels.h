/// Arithmetic of the SNAC graph on channels-last rows of floats.
///
/// Every row is computed by the same operations in the same order wherever it lies in a call, so
/// results are bit-identical for every cut of a signal into calls, and every mix of streams in
/// one. Rows hold a whole number of vectors (16 floats); the caller pads channels with zeros, so
/// no kernel has a column edge.
///
/// What a product reads are operands: floats, or bfloat16 where the variant multiplies those. The
/// kernels that come before a product write its operands.
#ifndef CSNACKERNELS_H
#define CSNACKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// Floats in a vector: channels are padded to a multiple of it.
#define SNAC_VECTOR 16

/// A matrix of `k` rows and `n` columns, packed by the variant's `pack`.
typedef struct {
    size_t k, n;
    const void *panels;
    const float *_Nullable bias; // n floats
} snac_matrix;

/// Equally spaced rows that a product reads and writes. A product takes several runs, so
/// overlapping rows, delayed skips and the rows of several streams need no copy. `out` overlaps
/// neither `in` nor `skip`: it holds partial sums in between.
typedef struct {
    size_t rows;
    const void *in; // k operands a row
    size_t in_stride; // in operands
    float *out; // n floats a row
    size_t out_stride;
    const float *_Nullable skip; // added to the product
    size_t skip_stride;
    const float *_Nullable noise; // one factor of the product a row
} snac_run;

/// Snake's x + sin^2(alpha x) / alpha, one alpha a channel.
typedef struct {
    const float *turns; // alpha / pi: what x has to be multiplied by to count half turns
    const float *reciprocal; // 1 / (alpha + 1e-9)
} snac_snake;

/// Vectors of parameters that a filter has for each vector of channels.
#define SNAC_FILTER_VECTORS 12

/// A depthwise convolution of seven taps, `dilation` rows apart, between two Snakes or none.
typedef struct {
    size_t channels, dilation;
    bool before, after; // whether there is a Snake
    /// For each vector of channels: the taps, oldest first, the bias, and turns and reciprocal of
    /// the Snake before and of the one after.
    const float *parameters;
} snac_filter;

/// One implementation of the kernels.
typedef struct {
    const char *name;
    /// Bytes of an operand.
    size_t operand;
    /// Packs a row-major matrix of `k` rows and `n` columns, `n` a multiple of SNAC_VECTOR, into
    /// `k n` operands (`k` rounded up to even).
    void (*pack)(const float *matrix, size_t k, size_t n, void *packed);
    /// out = skip + noise * (in * matrix + bias)
    void (*product)(const snac_matrix *matrix, const snac_run *runs, size_t run_count);
    /// Floats to operands.
    void (*convert)(size_t count, const float *in, void *out);
    /// Floats to floats; `out` may be `in`.
    void (*snake)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                  float *out);
    /// Floats to operands.
    void (*activate)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                     void *out);
    /// Floats to operands. `ring` holds 6 dilation + 1 rows: those of the times before, each at its
    /// time modulo that; `slot` is the place of the first new row.
    void (*filter)(const snac_filter *filter, float *ring, size_t slot, size_t rows,
                   const float *in, void *out);
    /// tanh(bias + the dot product of `length` floats), for inputs `stride` floats apart.
    void (*project)(const float *weights, float bias, size_t length, size_t stride, size_t rows,
                    const float *in, float *out);
    /// Multiplies registers as fast as the processor can, for a benchmark: `rounds` times, with a
    /// vector of sums in `out`. The number of floating-point operations done.
    double (*peak)(size_t rounds, float *out);
} snac_kernels;

/// The kernels of that name ("portable", "avx2", "avx512", "avx512bf16"), or NULL where this
/// machine lacks them.
const snac_kernels *_Nullable snac_kernels_named(const char *name);

/// The fastest kernels that this machine has and that multiply floats.
const snac_kernels *snac_kernels_best(void);

/// Standard normal draws `first_step ..< first_step + count` of a block's noise. Counter-based: the
/// value depends on (seed, block, step) only. Philox4x32-10 (Salmon et al., 2011) and Box-Muller.
void snac_noise(uint64_t seed, uint32_t block, int64_t first_step, size_t count, float *out);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
