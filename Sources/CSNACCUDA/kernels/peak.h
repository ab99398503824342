// What a GPU can do at best, for a benchmark: products of registers, and copies.
#pragma once
#include "tensor_core.h"

/// Sums that a warp has on the way at once.
#define PEAK_GROUPS 8

/// `depth` rounds of eight products a warp, which depend on nothing but their own sums.
template <class Form> DEVICE void multiply_registers(const snac_layer &layer) {
    PerThread<unsigned, Form::operand_words> a;
    PerThread<unsigned, Form::weight_words> b;
    PerThread<float, 4 * PEAK_GROUPS> sum;
    EACH_THREAD(thread) {
        UNROLL for (int i = 0; i < Form::operand_words; i++) a.of(thread)[i] = 0x3c003c00u + thread;
        UNROLL for (int i = 0; i < Form::weight_words; i++) b.of(thread)[i] = 0x3c003c00u + i;
        UNROLL for (int i = 0; i < 4 * PEAK_GROUPS; i++) sum.of(thread)[i] = 0;
    }
    for (int round = 0; round < layer.depth; round++) {
        UNROLL for (int group = 0; group < PEAK_GROUPS; group++)
            Form::multiply(sum, 4 * group, a, 0, b);
    }
    EACH_THREAD(thread) {
        float total = 0;
        UNROLL for (int i = 0; i < 4 * PEAK_GROUPS; i++) total += sum.of(thread)[i];
        layer.out[block_row() * SNAC_BLOCK_THREADS + thread] = total;
    }
}

/// A tile of rows of `depth` floats from one place to another.
DEVICE void copy_tile(const snac_layer &layer) {
    const long long floats = (long long)SNAC_TILE_ROWS * layer.depth;
    EACH_THREAD(thread) {
        for (long long i = thread; i < floats; i += SNAC_BLOCK_THREADS)
            layer.out[block_row() * floats + i] = layer.in[block_row() * floats + i];
    }
}
