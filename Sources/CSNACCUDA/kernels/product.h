// A layer's matrix product: 64 rows by 64 or 128 columns a block, 32 channels at a time. While a
// slice of channels is multiplied, the rows and weights of the next come in.
//
// Four warps, each 32 rows by half of the columns.
#pragma once
#include "layers.h"
#include "tensor_core.h"

template <class Kind, class Form, int columns> struct Product {
    static constexpr int operand_stride = Form::words + SNAC_OPERAND_PADDING;
    static constexpr int weight_stride = columns + SNAC_WEIGHT_PADDING;
    /// Groups of eight columns of a warp, and its sums a thread: two groups of rows, four each.
    static constexpr int groups = columns / 16, sums = 2 * groups * 4;

    /// Begins to fetch the rows and the weights of the channels from `k` on.
    DEVICE void fetch(const snac_layer &layer, const TileRows &rows, int slots, int k,
                             float *stage, unsigned *weights) {
        EACH_THREAD(thread) {
            for (int i = thread; i < slots * (SNAC_TILE_DEPTH / 4); i += SNAC_BLOCK_THREADS) {
                const int slot = i / (SNAC_TILE_DEPTH / 4), c = i % (SNAC_TILE_DEPTH / 4) * 4;
                copy_soon(stage + slot * SNAC_TILE_DEPTH + c,
                          Kind::source(layer, rows, slot, k + c), layer.weights);
            }
            const unsigned *from = (const unsigned *)layer.weights +
                                   (long long)(k / SNAC_TILE_DEPTH) * Form::words * layer.columns +
                                   block_column() * columns;
            for (int i = thread; i < Form::words * (columns / 4); i += SNAC_BLOCK_THREADS) {
                const int word = i / (columns / 4), column = i % (columns / 4) * 4;
                copy_soon(weights + word * weight_stride + column,
                          from + (long long)word * layer.columns + column, layer.weights);
            }
        }
    }

    /// Changes the staged channels from `k` on in place; a thread has one of them.
    DEVICE void prepare(const snac_layer &layer, int slots, int k, float *stage) {
        EACH_THREAD(thread) {
            const int c = thread % SNAC_TILE_DEPTH;
            const float turns = layer.snake_before[k + c];
            const float reciprocal = layer.snake_before[layer.depth + k + c];
            for (int i = thread; i < slots * SNAC_TILE_DEPTH; i += SNAC_BLOCK_THREADS)
                stage[i] = Kind::prepare(stage[i], turns, reciprocal);
        }
    }

    /// Makes the operands of the channels from `k` on of the staged rows; a thread has two channels.
    DEVICE void make_operands(const snac_layer &layer, const TileRows &rows, int k,
                              const float *stage, unsigned *operands) {
        constexpr int pairs = SNAC_TILE_DEPTH / 2;
        EACH_THREAD(thread) {
            const int c = thread % pairs * 2;
            const typename Kind::Pair pair = Kind::pair(layer, k + c);
            for (int m = thread / pairs; m < SNAC_TILE_ROWS; m += SNAC_BLOCK_THREADS / pairs)
                Form::store(operands + m * operand_stride, c,
                            Kind::value(pair, layer, rows, stage, m, c, 0),
                            Kind::value(pair, layer, rows, stage, m, c, 1));
        }
    }

    /// Adds the products of one slice of channels.
    DEVICE void multiply(PerThread<float, sums> &sum, const unsigned *operands,
                                const unsigned *weights) {
        PerThread<unsigned, Form::operand_words> a;
        PerThread<unsigned, Form::weight_words> b;
        UNROLL for (int word = 0; word < Form::words; word += 8) {
            EACH_THREAD(thread) {
                const int lane = thread % 32, top = thread / 32 % 2 * 32;
                UNROLL for (int i = 0; i < 8; i++) {
                    const int row = top + i / 4 * 16 + fragment_row(lane, i % 4);
                    Form::take(a.of(thread), i, 8,
                               operands[row * operand_stride + word + fragment_word(lane, i % 4)]);
                }
            }
            UNROLL for (int group = 0; group < groups; group++) {
                EACH_THREAD(thread) {
                    const int lane = thread % 32, left = thread / 64 * (columns / 2);
                    UNROLL for (int i = 0; i < 2; i++)
                        Form::take(b.of(thread), i, 2,
                                   weights[(word + weight_word(lane, i)) * weight_stride + left +
                                           group * 8 + weight_column(lane)]);
                }
                UNROLL for (int half = 0; half < 2; half++)
                    Form::multiply(sum, (half * groups + group) * 4, a, half * 4, b);
            }
        }
    }

    /// out = skipped + factor (product + bias), and zeros outside of the utterance.
    DEVICE void finish(const snac_layer &layer, const TileRows &rows,
                              PerThread<float, sums> &sum) {
        const int channels = layer.columns / layer.stride;
        EACH_THREAD(thread) {
            const int lane = thread % 32, top = thread / 32 % 2 * 32;
            const int left = block_column() * columns + thread / 64 * (columns / 2);
            UNROLL for (int i = 0; i < sums; i += 2) {
                const int half = i / 4 / groups, group = i / 4 % groups;
                const int m = top + half * 16 + sum_row(lane, i % 4);
                if (rows.lane[m] < 0) continue;
                const int column = left + group * 8 + sum_column(lane, i % 4);
                long long time = rows.time[m] - Kind::lag(layer), end = rows.end[m];
                if (layer.stride > 1) {
                    time = time * layer.stride - layer.stride / 2 + column / channels;
                    end = end == SNAC_NO_END ? end : end * layer.stride;
                }
                const bool inside = is_inside(time, end);
                const float *skipped =
                    Kind::adds ? rows.source[rows.slot[m] - Kind::skipped(layer)] : nullptr;
                float *out = layer.out +
                             ((long long)block_row() * SNAC_TILE_ROWS + m) * layer.columns + column;
                UNROLL for (int j = 0; j < 2; j++) {
                    float y = sum.of(thread)[i + j];
                    if (layer.bias) y = y + layer.bias[column + j];
                    if (Kind::adds)
                        y = fused(rows.factor[m], y, skipped ? skipped[column + j] : 0.0f);
                    out[j] = inside ? y : 0.0f;
                }
            }
        }
    }

    DEVICE void run(const snac_layer &layer) {
        if (!tile_exists(layer)) return;
        char *const shared = shared_memory();
        TileRows &rows = *(TileRows *)shared;
        unsigned *const operands = (unsigned *)(shared + SNAC_ROWS_BYTES);
        unsigned *const weights = operands + SNAC_TILE_ROWS * operand_stride;
        float *const stage = (float *)(weights + 2 * Form::words * weight_stride);
        find_rows(layer, rows);
        SYNC();
        Kind::rows(layer, rows);
        SYNC();
        const int slots = Kind::slots(layer, rows), depth = Kind::total_depth(layer);
        PerThread<float, sums> sum;
        EACH_THREAD(thread) {
            UNROLL for (int i = 0; i < sums; i++) sum.of(thread)[i] = 0;
        }
        fetch(layer, rows, slots, 0, stage, weights);
        for (int k = 0, turn = 0; k < depth; k += SNAC_TILE_DEPTH, turn ^= 1) {
            copies_done();
            SYNC();
            if (Kind::prepares) {
                prepare(layer, slots, k, stage);
                SYNC();
            }
            make_operands(layer, rows, k, stage, operands);
            SYNC();
            if (k + SNAC_TILE_DEPTH < depth)
                fetch(layer, rows, slots, k + SNAC_TILE_DEPTH, stage,
                      weights + (turn ^ 1) * Form::words * weight_stride);
            multiply(sum, operands, weights + turn * Form::words * weight_stride);
        }
        finish(layer, rows, sum);
        if (Kind::remembers && block_column() == 0) remember(layer, rows);
    }
};
