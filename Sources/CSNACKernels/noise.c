// Counter-based noise: what a step draws depends on the seed, the block and the step alone, so no
// cut, restart or neighbour changes it. The logarithm and the sine are our own, for the same bits
// on every machine.
#include "CSNACKernels.h"
#include <string.h>

#pragma STDC FP_CONTRACT OFF
// These vectors are passed to functions of this file only.
#pragma clang diagnostic ignored "-Wpsabi"

/// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).
static void philox(uint64_t seed, uint64_t counter, uint32_t block, uint32_t word[4]) {
    uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
    word[0] = (uint32_t)counter;
    word[1] = (uint32_t)(counter >> 32);
    word[2] = block;
    word[3] = 0;
    for (int round = 0; round < 10; round++) {
        const uint64_t a = (uint64_t)0xD2511F53u * word[0], b = (uint64_t)0xCD9E8D57u * word[2];
        const uint32_t w1 = word[1], w3 = word[3];
        word[0] = (uint32_t)(b >> 32) ^ w1 ^ key0;
        word[1] = (uint32_t)b;
        word[2] = (uint32_t)(a >> 32) ^ w3 ^ key1;
        word[3] = (uint32_t)a;
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
}

/// Eight draws at once.
typedef double wide __attribute__((ext_vector_type(8)));
typedef uint64_t bits __attribute__((ext_vector_type(8)));
typedef int64_t signed_bits __attribute__((ext_vector_type(8)));

/// Natural logarithm of positive normal numbers: m 2^e with m in [sqrt(1/2), sqrt(2)), and
/// ln m = 2 atanh(t), t = (m - 1) / (m + 1), by its series.
static inline wide logarithm(wide x) {
    // 0x3fe6a09e667f3bcd is sqrt(1/2).
    const bits shifted = (bits)x - 0x3fe6a09e667f3bcdu;
    const bits exponent = (bits)((signed_bits)shifted >> 52);
    const wide m = (wide)((bits)x - (exponent << 52));
    const wide t = (m - 1.0) / (m + 1.0), q = t * t;
    wide sum = (wide)(1.0 / 17);
    sum = sum * q + 1.0 / 15;
    sum = sum * q + 1.0 / 13;
    sum = sum * q + 1.0 / 11;
    sum = sum * q + 1.0 / 9;
    sum = sum * q + 1.0 / 7;
    sum = sum * q + 1.0 / 5;
    sum = sum * q + 1.0 / 3;
    sum = sum * q + 1.0;
    return __builtin_convertvector((signed_bits)exponent, wide) * 0.69314718055994530942 +
           2.0 * t * sum;
}

/// Sine and cosine of a quarter turn at most, by their series: 1/n! up to 1/16!.
static inline void sine_cosine(wide x, wide *sine, wide *cosine) {
    const wide q = x * x;
    wide s = (wide)(-1.0 / 1307674368000), c = (wide)(1.0 / 20922789888000);
    s = s * q + 1.0 / 6227020800;
    c = c * q - 1.0 / 87178291200;
    s = s * q - 1.0 / 39916800;
    c = c * q + 1.0 / 479001600;
    s = s * q + 1.0 / 362880;
    c = c * q - 1.0 / 3628800;
    s = s * q - 1.0 / 5040;
    c = c * q + 1.0 / 40320;
    s = s * q + 1.0 / 120;
    c = c * q - 1.0 / 720;
    s = s * q - 1.0 / 6;
    c = c * q + 1.0 / 24;
    s = s * q + 1.0;
    c = c * q - 1.0 / 2;
    c = c * q + 1.0;
    *sine = x * s;
    *cosine = c;
}

/// Two normal draws from each pair of random words (Box and Muller), side by side.
static inline void normal_pairs(bits a, bits b, float *out) {
    const wide ln = logarithm((__builtin_convertvector(a, wide) + 1.0) * 0x1p-32);
    const wide radius = __builtin_elementwise_sqrt(-2.0 * ln);
    // The top two bits choose the quarter, the rest the angle in it.
    const wide angle =
        __builtin_convertvector(b & 0x3fffffffu, wide) * 0x1p-30 * 1.57079632679489661923;
    wide sine, cosine;
    sine_cosine(angle, &sine, &cosine);
    for (int i = 0; i < 8; i++) {
        const double x[4] = {cosine[i], -sine[i], -cosine[i], sine[i]};
        const double y[4] = {sine[i], cosine[i], -sine[i], -cosine[i]};
        out[2 * i] = (float)(radius[i] * x[b[i] >> 30]);
        out[2 * i + 1] = (float)(radius[i] * y[b[i] >> 30]);
    }
}

/// Sixteen draws: four counters of four words.
static void sixteen(uint64_t seed, uint64_t counter, uint32_t block, float *out) {
    bits a, b;
    for (int i = 0; i < 4; i++) {
        uint32_t word[4];
        // Counters wrap as the steps do, a quarter as late.
        philox(seed, (counter + (uint64_t)i) & (UINT64_MAX >> 2), block, word);
        a[2 * i] = word[0];
        b[2 * i] = word[1];
        a[2 * i + 1] = word[2];
        b[2 * i + 1] = word[3];
    }
    normal_pairs(a, b, out);
}

void snac_noise(uint64_t seed, uint32_t block, int64_t first_step, size_t count, float *out) {
    size_t done = 0;
    while (done < count) {
        const uint64_t step = (uint64_t)first_step + done;
        const size_t skipped = step & 3;
        float draws[16];
        sixteen(seed, step >> 2, block, draws);
        const size_t left = count - done, known = 16 - skipped, given = left < known ? left : known;
        memcpy(out + done, draws + skipped, given * sizeof(float));
        done += given;
    }
}
