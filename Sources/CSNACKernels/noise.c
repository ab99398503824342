// Counter-based noise: what a step draws depends on the seed, the block and the step alone, so no
// cut, restart or neighbour changes it. The logarithm and the sine are our own, for the same bits
// on every machine.
#include "CSNACKernels.h"
#include <math.h>
#include <string.h>

#pragma STDC FP_CONTRACT OFF

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

/// Natural logarithm of a positive normal number: m 2^e with m in [sqrt(1/2), sqrt(2)), and
/// ln m = 2 atanh((m - 1) / (m + 1)).
static double logarithm(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    // 0x3fe6a09e667f3bcd is sqrt(1/2).
    const uint64_t shifted = bits - 0x3fe6a09e667f3bcdu;
    const int64_t exponent = (int64_t)shifted >> 52;
    bits -= (uint64_t)exponent << 52;
    double m;
    memcpy(&m, &bits, sizeof m);
    const double t = (m - 1) / (m + 1), q = t * t;
    double sum = 1.0 / 17;
    for (int odd = 15; odd > 0; odd -= 2) sum = sum * q + 1.0 / odd;
    return (double)exponent * 0.69314718055994530942 + 2 * t * sum;
}

/// Sine and cosine of a quarter turn at most, by their series.
static void sine_cosine(double x, double *sine, double *cosine) {
    const double q = x * x;
    double s = 1, c = 1;
    for (int i = 16; i > 0; i -= 2) {
        s = 1 - s * q / (double)(i * (i + 1));
        c = 1 - c * q / (double)(i * (i - 1));
    }
    *sine = x * s;
    *cosine = c;
}

/// Two normal draws from two random words (Box and Muller).
static void normal_pair(uint32_t a, uint32_t b, float *out) {
    const double radius = sqrt(-2 * logarithm(((double)a + 1) * 0x1p-32));
    // The top two bits choose the quarter, the rest the angle in it.
    double sine, cosine;
    sine_cosine((double)(b & 0x3fffffffu) * 0x1p-30 * 1.57079632679489661923, &sine, &cosine);
    const double x[4] = {cosine, -sine, -cosine, sine}, y[4] = {sine, cosine, -sine, -cosine};
    out[0] = (float)(radius * x[b >> 30]);
    out[1] = (float)(radius * y[b >> 30]);
}

void snac_noise(uint64_t seed, uint32_t block, int64_t first_step, size_t count, float *out) {
    size_t done = 0;
    while (done < count) {
        const uint64_t step = (uint64_t)first_step + done;
        uint32_t word[4];
        float draws[4];
        philox(seed, step >> 2, block, word);
        normal_pair(word[0], word[1], draws);
        normal_pair(word[2], word[3], draws + 2);
        for (size_t lane = step & 3; lane < 4 && done < count; lane++) out[done++] = draws[lane];
    }
}
