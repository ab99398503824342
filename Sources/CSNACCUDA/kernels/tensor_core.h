// What tensor cores multiply, and how: sixteen rows by eight columns a warp. Sums run over the
// depth in one order, so a row's result does not depend on where in a tile, a batch or a launch it
// lies.
//
// A fragment is the words that a thread of a warp holds, of a matrix whose words are single floats,
// or pairs of bfloat16 of successive depth; both have the same places (PTX, "Matrix Fragments for
// mma.m16n8k8" and "mma.m16n8k16").
#pragma once
#include "grid.h"

/// Places of a thread's words in a tile of operands, 16 rows by 8 words, and of weights, 8 words by
/// 8 columns, and of its sums, 16 rows by 8 columns.
DEVICE int fragment_row(int lane, int word) { return lane / 4 + 8 * (word & 1); }
DEVICE int fragment_word(int lane, int word) { return lane % 4 + 4 * (word >> 1); }
DEVICE int weight_word(int lane, int word) { return lane % 4 + 4 * word; }
DEVICE int weight_column(int lane) { return lane / 4; }
DEVICE int sum_row(int lane, int sum) { return lane / 4 + 8 * (sum >> 1); }
DEVICE int sum_column(int lane, int sum) { return lane % 4 * 2 + (sum & 1); }

#ifdef __CUDACC__

/// A float rounded to the ten bits of a TF32's fraction, halves away from zero.
DEVICE unsigned short_float(float x) {
    unsigned y;
    asm("cvt.rna.tf32.f32 %0, %1;" : "=r"(y) : "f"(x));
    return y;
}
/// Two floats rounded to bfloat16, halves to even, the first one in the low half.
DEVICE unsigned short_pair(float first, float second) {
    unsigned y;
    asm("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(y) : "f"(second), "f"(first));
    return y;
}

#define MULTIPLY(name, instruction) \
    template <int sums, int as, int bs> \
    DEVICE void name(PerThread<float, sums> &sum, int s, PerThread<unsigned, as> &a, int i, \
                     PerThread<unsigned, bs> &b, int j) { \
        asm volatile(instruction \
                     " {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};" \
                     : "+f"(sum.own[s]), "+f"(sum.own[s + 1]), "+f"(sum.own[s + 2]), \
                       "+f"(sum.own[s + 3]) \
                     : "r"(a.own[i]), "r"(a.own[i + 1]), "r"(a.own[i + 2]), "r"(a.own[i + 3]), \
                       "r"(b.own[j]), "r"(b.own[j + 1])); \
    }
/// Adds to four sums from `s` on the product of four words from `i` and two from `j`.
MULTIPLY(multiply_floats, "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32")
MULTIPLY(multiply_pairs, "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32")
#undef MULTIPLY

#else

DEVICE unsigned short_float(float x) { return (bits_of(x) + 0x1000u) & ~0x1fffu; }
DEVICE unsigned short_half(float x) {
    const unsigned bits = bits_of(x);
    return (bits + 0x7fffu + (bits >> 16 & 1)) >> 16;
}
DEVICE unsigned short_pair(float first, float second) {
    return short_half(first) | short_half(second) << 16;
}

/// A warp's product, from the fragments of all of its threads; a word holds so many `parts`.
template <int parts, class Part, int sums, int as, int bs>
static void multiply_warps(PerThread<float, sums> &sum, int s, PerThread<unsigned, as> &a, int i,
                           PerThread<unsigned, bs> &b, int j, Part part) {
    constexpr int depth = 8 * parts;
    for (int warp = 0; warp < SNAC_BLOCK_THREADS; warp += 32) {
        float left[16][depth], right[depth][8], total[16][8];
        for (int lane = 0; lane < 32; lane++) {
            for (int p = 0; p < parts; p++) {
                for (int word = 0; word < 4; word++)
                    left[fragment_row(lane, word)][fragment_word(lane, word) * parts + p] =
                        part(a.all[warp + lane][i + word], p);
                for (int word = 0; word < 2; word++)
                    right[weight_word(lane, word) * parts + p][weight_column(lane)] =
                        part(b.all[warp + lane][j + word], p);
            }
            for (int k = 0; k < 4; k++)
                total[sum_row(lane, k)][sum_column(lane, k)] = sum.all[warp + lane][s + k];
        }
        for (int row = 0; row < 16; row++)
            for (int k = 0; k < depth; k++)
                for (int column = 0; column < 8; column++)
                    total[row][column] += left[row][k] * right[k][column];
        for (int lane = 0; lane < 32; lane++)
            for (int k = 0; k < 4; k++)
                sum.all[warp + lane][s + k] = total[sum_row(lane, k)][sum_column(lane, k)];
    }
}
template <int sums, int as, int bs>
static void multiply_floats(PerThread<float, sums> &sum, int s, PerThread<unsigned, as> &a, int i,
                            PerThread<unsigned, bs> &b, int j) {
    multiply_warps<1>(sum, s, a, i, b, j,
                      [](unsigned word, int) { return float_of(word & ~0x1fffu); });
}
template <int sums, int as, int bs>
static void multiply_pairs(PerThread<float, sums> &sum, int s, PerThread<unsigned, as> &a, int i,
                           PerThread<unsigned, bs> &b, int j) {
    multiply_warps<2>(sum, s, a, i, b, j, [](unsigned word, int half) {
        return float_of(half ? word & 0xffff0000u : word << 16);
    });
}

#endif

/// Floats, each as the sum of two TF32: three products of them have the accuracy of floats but for
/// the last bits.
struct Exact {
    /// Words of a row of operands in a tile, and words of a thread's fragments of it and of
    /// weights.
    static constexpr int words = SNAC_TILE_DEPTH, operand_words = 16, weight_words = 4;

    /// Puts a channel, or two from an even one on, in their place.
    DEVICE void store(unsigned *row, int channel, float first, float second) {
        row[channel] = bits_of(first);
        row[channel + 1] = bits_of(second);
    }
    /// Takes word `word` of a fragment that has `count`: the high parts come first, then the low.
    template <int size>
    DEVICE void take(unsigned (&fragment)[size], int word, int count, unsigned bits) {
        const float x = float_of(bits);
        fragment[word] = short_float(x);
        fragment[count + word] = short_float(x - float_of(fragment[word]));
    }
    template <int sums>
    DEVICE void multiply(PerThread<float, sums> &sum, int s, PerThread<unsigned, 16> &a,
                                int i, PerThread<unsigned, 4> &b) {
        multiply_floats(sum, s, a, 8 + i, b, 0);
        multiply_floats(sum, s, a, i, b, 2);
        multiply_floats(sum, s, a, i, b, 0);
    }
};

/// Pairs of bfloat16.
struct Rounded {
    static constexpr int words = SNAC_TILE_DEPTH / 2, operand_words = 8, weight_words = 2;

    DEVICE void store(unsigned *row, int channel, float first, float second) {
        row[channel / 2] = short_pair(first, second);
    }
    template <int size>
    DEVICE void take(unsigned (&fragment)[size], int word, int, unsigned bits) {
        fragment[word] = bits;
    }
    template <int sums>
    DEVICE void multiply(PerThread<float, sums> &sum, int s, PerThread<unsigned, 8> &a,
                                int i, PerThread<unsigned, 2> &b) {
        multiply_pairs(sum, s, a, i, b, 0);
    }
};
