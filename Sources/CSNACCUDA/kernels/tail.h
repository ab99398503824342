// The last layer: Snake, a convolution of seven taps to one channel, tanh.
#pragma once
#include "layers.h"

#define WARPS (SNAC_BLOCK_THREADS / 32)

/// `weights` are seven rows of `depth` floats, the oldest tap first, and `bias` is one float.
DEVICE void project_to_samples(const snac_layer &layer) {
    if (!tile_exists(layer)) return;
    char *shared = shared_memory();
    TileRows &rows = *(TileRows *)shared;
    float *const partial = (float *)(shared + SNAC_ROWS_BYTES);
    float *const stage = partial + SNAC_TILE_ROWS * SNAC_PARTIAL_STRIDE;
    constexpr int share = SNAC_TILE_ROWS / WARPS;
    const float *const taps = (const float *)layer.weights;
    find_rows(layer, rows);
    SYNC();
    find_windows(layer, rows);
    SYNC();
    const int slots = slot_count(layer, rows);
    // A warp has a row, each of its threads a channel.
    PerThread<float, share> sum;
    EACH_THREAD(thread) {
        UNROLL for (int i = 0; i < share; i++) sum.of(thread)[i] = 0;
    }
    for (int k = 0; k < layer.depth; k += SNAC_TILE_DEPTH) {
        EACH_THREAD(thread) {
            const int c = thread % 32;
            for (int slot = thread / 32; slot < slots; slot += WARPS) {
                const float *source = rows.source[slot];
                const float x = source ? source[k + c] : 0.0f;
                stage[slot * SNAC_TILE_DEPTH + c] =
                    snake(x, layer.snake_before[k + c], layer.snake_before[layer.depth + k + c]);
            }
        }
        SYNC();
        EACH_THREAD(thread) {
            const int c = thread % 32;
            float tap[7];
            UNROLL for (int i = 0; i < 7; i++) tap[i] = taps[i * layer.depth + k + c];
            UNROLL for (int i = 0; i < share; i++) {
                const int m = i * WARPS + thread / 32;
                if (rows.lane[m] < 0) continue;
                const float *oldest = stage + (rows.slot[m] - 6) * SNAC_TILE_DEPTH + c;
                UNROLL for (int j = 0; j < 7; j++)
                    sum.of(thread)[i] =
                        fused(tap[j], oldest[j * SNAC_TILE_DEPTH], sum.of(thread)[i]);
            }
        }
        SYNC();
    }
    EACH_THREAD(thread) {
        UNROLL for (int i = 0; i < share; i++)
            partial[(i * WARPS + thread / 32) * SNAC_PARTIAL_STRIDE + thread % 32] =
                sum.of(thread)[i];
    }
    SYNC();
    EACH_THREAD(thread) {
        if (thread < SNAC_TILE_ROWS && rows.lane[thread] >= 0) {
            float y = layer.bias[0];
            for (int c = 0; c < 32; c++) y = y + partial[thread * SNAC_PARTIAL_STRIDE + c];
            layer.out[(long long)block_row() * SNAC_TILE_ROWS + thread] = hyperbolic_tangent(y);
        }
    }
    remember(layer, rows);
}
