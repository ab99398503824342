// What stands before a layer's product: where the rows come from that a tile stages, and what is
// made of them. A layer says `rows`, `source`, `prepare`, `value` and what is added at the end.
#pragma once
#include "activation.h"
#include "noise.h"
#include "rows.h"

/// What most layers do: nothing before the product, nothing added.
struct Layer {
    /// Whether staged rows are changed in place before values are made of them.
    static constexpr bool prepares = false;
    static constexpr bool remembers = false;
    /// Whether the input's row is added to the product, and how many rows before.
    static constexpr bool adds = false;
    DEVICE int skipped(const snac_layer &) { return 0; }
    /// By how many rows the output is later than the input.
    DEVICE int lag(const snac_layer &) { return 0; }
    DEVICE int total_depth(const snac_layer &layer) { return layer.depth; }
    DEVICE int slots(const snac_layer &, const TileRows &) { return SNAC_TILE_ROWS; }
    /// The staged float of the row's channel.
    DEVICE float value(const snac_layer &, const TileRows &rows, const float *stage, int m,
                              int, int c) {
        return stage[rows.slot[m] * SNAC_TILE_DEPTH + c];
    }
    DEVICE void prepare(const snac_layer &, float *, int) {}
    /// Where four floats of a slot from depth `k` on lie.
    DEVICE const float *source(const snac_layer &, const TileRows &rows, int slot, int k) {
        return rows.source[slot] ? rows.source[slot] + k : nullptr;
    }
};

/// Codes to latents: the codebooks' vectors side by side, times their projections one below the
/// other.
struct Features : Layer {
    DEVICE void rows(const snac_layer &, TileRows &) {}
    DEVICE const float *source(const snac_layer &layer, const TileRows &rows, int slot,
                                      int k) {
        const int level = k / layer.code_floats;
        if (rows.lane[slot] < 0 || level >= 3 || !is_inside(rows.time[slot], rows.end[slot]))
            return nullptr;
        const int step = block_row() * SNAC_TILE_ROWS + slot;
        return layer.codebook[level] + layer.batch->codes[3 * step + level] * layer.code_floats +
               k % layer.code_floats;
    }
};

/// Seven taps a channel, `dilation` rows apart, behind a Snake and before one, or none.
template <bool has_snakes> struct Filter : Layer {
    static constexpr bool prepares = has_snakes;
    static constexpr bool remembers = true;
    static constexpr bool adds = has_snakes;
    DEVICE int skipped(const snac_layer &layer) { return 3 * layer.dilation; }
    DEVICE int lag(const snac_layer &layer) { return 3 * layer.dilation; }
    DEVICE int slots(const snac_layer &layer, const TileRows &rows) {
        return slot_count(layer, rows);
    }
    DEVICE void rows(const snac_layer &layer, TileRows &rows) { find_windows(layer, rows); }
    /// The Snake of a staged float of channel `channel`.
    DEVICE void prepare(const snac_layer &layer, float *staged, int channel) {
        *staged = snake(*staged, layer.snake_before[channel],
                        layer.snake_before[layer.depth + channel]);
    }
    DEVICE float value(const snac_layer &layer, const TileRows &rows, const float *stage,
                              int m, int channel, int c) {
        const float *newest = stage + rows.slot[m] * SNAC_TILE_DEPTH + c;
        float y = layer.taps[7 * layer.depth + channel];
        // Rows behind the last have slots without rows before them.
        if (rows.lane[m] < 0) return 0;
        UNROLL for (int tap = 0; tap < 7; tap++)
            y = fused(layer.taps[tap * layer.depth + channel],
                      newest[(tap - 6) * layer.dilation * SNAC_TILE_DEPTH], y);
        if (!has_snakes) return y;
        return snake(y, layer.snake_after[channel], layer.snake_after[layer.depth + channel]);
    }
};
using Head = Filter<false>;
using ResidualUnit = Filter<true>;

/// A transposed convolution of kernel 2 stride: the row before and the row, one behind the other,
/// give `stride` rows of output, stride / 2 late.
struct Upsampling : Layer {
    static constexpr bool remembers = true;
    DEVICE int total_depth(const snac_layer &layer) { return 2 * layer.depth; }
    DEVICE void rows(const snac_layer &layer, TileRows &rows) {
        EACH_THREAD(thread) {
            if (thread < SNAC_TILE_ROWS && rows.lane[thread] >= 0) {
                const snac_lane &lane = layer.batch->lane[rows.lane[thread]];
                rows.source[thread] = input_row(layer, lane, rows.place[thread] - 1);
                rows.source[SNAC_TILE_ROWS + thread] = input_row(layer, lane, rows.place[thread]);
            }
        }
    }
    DEVICE const float *source(const snac_layer &layer, const TileRows &rows, int slot,
                                      int k) {
        const bool is_newer = k >= layer.depth;
        const float *row = rows.source[slot + (is_newer ? SNAC_TILE_ROWS : 0)];
        return row ? row + k - (is_newer ? layer.depth : 0) : nullptr;
    }
    DEVICE float value(const snac_layer &layer, const TileRows &, const float *stage, int m,
                              int channel, int c) {
        if (channel >= layer.depth) channel -= layer.depth;
        return snake(stage[m * SNAC_TILE_DEPTH + c], layer.snake_before[channel],
                     layer.snake_before[layer.depth + channel]);
    }
};

/// x + n (W x), with a normal draw n a row.
struct Noise : Layer {
    static constexpr bool adds = true;
    DEVICE void rows(const snac_layer &layer, TileRows &rows) {
        EACH_THREAD(thread) {
            if (thread < SNAC_TILE_ROWS && rows.lane[thread] >= 0) {
                const snac_lane &lane = layer.batch->lane[rows.lane[thread]];
                rows.source[thread] = input_row(layer, lane, rows.place[thread]);
                rows.factor[thread] =
                    lane.has_noise ? noise(lane.seed, (unsigned)layer.block, rows.time[thread]) : 0;
            }
        }
    }
};
