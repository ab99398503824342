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
    /// What a thread keeps of the two channels that it makes values of.
    struct Pair {};
    DEVICE Pair pair(const snac_layer &, int) { return {}; }
    /// The value of the row's channel `c + i`, of staged rows.
    DEVICE float value(const Pair &, const snac_layer &, const TileRows &rows, const float *stage,
                       int m, int c, int i) {
        return stage[rows.slot[m] * SNAC_TILE_DEPTH + c + i];
    }
    /// Changes a staged float in place.
    DEVICE float prepare(float x, float, float) { return x; }
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
    DEVICE float prepare(float x, float turns, float reciprocal) {
        return snake(x, turns, reciprocal);
    }
    struct Pair {
        float taps[7][2], bias[2], turns[2], reciprocal[2];
    };
    DEVICE Pair pair(const snac_layer &layer, int channel) {
        Pair pair = {};
        UNROLL for (int i = 0; i < 2; i++) {
            UNROLL for (int tap = 0; tap < 7; tap++)
                pair.taps[tap][i] = layer.taps[tap * layer.depth + channel + i];
            pair.bias[i] = layer.taps[7 * layer.depth + channel + i];
            if (!has_snakes) continue;
            pair.turns[i] = layer.snake_after[channel + i];
            pair.reciprocal[i] = layer.snake_after[layer.depth + channel + i];
        }
        return pair;
    }
    DEVICE float value(const Pair &pair, const snac_layer &layer, const TileRows &rows,
                       const float *stage, int m, int c, int i) {
        // Rows behind the last have slots without rows before them.
        if (rows.lane[m] < 0) return 0;
        const float *newest = stage + rows.slot[m] * SNAC_TILE_DEPTH + c + i;
        float y = pair.bias[i];
        UNROLL for (int tap = 0; tap < 7; tap++)
            y = fused(pair.taps[tap][i], newest[(tap - 6) * layer.dilation * SNAC_TILE_DEPTH], y);
        return has_snakes ? snake(y, pair.turns[i], pair.reciprocal[i]) : y;
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
    struct Pair {
        float turns[2], reciprocal[2];
    };
    DEVICE Pair pair(const snac_layer &layer, int channel) {
        const float *turns =
            layer.snake_before + (channel < layer.depth ? channel : channel - layer.depth);
        return {{turns[0], turns[1]}, {turns[layer.depth], turns[layer.depth + 1]}};
    }
    DEVICE float value(const Pair &pair, const snac_layer &, const TileRows &, const float *stage,
                       int m, int c, int i) {
        return snake(stage[m * SNAC_TILE_DEPTH + c + i], pair.turns[i], pair.reciprocal[i]);
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
