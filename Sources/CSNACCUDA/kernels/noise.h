// Counter-based noise: what a step draws depends on the seed, the block and the step alone. The
// same operations as on processors in the same order, none of them fused: the draws are equal to
// the bit.
#pragma once
#include "grid.h"

/// Philox4x32-10: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).
DEVICE void philox(unsigned long long seed, unsigned long long counter, unsigned block,
                   unsigned (&word)[4]) {
    unsigned key0 = (unsigned)seed, key1 = (unsigned)(seed >> 32);
    word[0] = (unsigned)counter;
    word[1] = (unsigned)(counter >> 32);
    word[2] = block;
    word[3] = 0;
    UNROLL for (int round = 0; round < 10; round++) {
        const unsigned long long a = 0xD2511F53ull * word[0], b = 0xCD9E8D57ull * word[2];
        const unsigned w1 = word[1], w3 = word[3];
        word[0] = (unsigned)(b >> 32) ^ w1 ^ key0;
        word[1] = (unsigned)b;
        word[2] = (unsigned)(a >> 32) ^ w3 ^ key1;
        word[3] = (unsigned)a;
        key0 += 0x9E3779B9u;
        key1 += 0xBB67AE85u;
    }
}

/// One more term of a polynomial.
DEVICE double then(double sum, double x, double term) { return sum_of(product_of(sum, x), term); }

/// Natural logarithm of a positive normal number: m 2^e with m in [sqrt(1/2), sqrt(2)), and
/// ln m = 2 atanh(t), t = (m - 1) / (m + 1), by its series.
DEVICE double logarithm(double x) {
    // 0x3fe6a09e667f3bcd is sqrt(1/2).
    const long long exponent = (bits_of(x) - 0x3fe6a09e667f3bcdll) >> 52;
    const unsigned long long scale = (unsigned long long)exponent << 52;
    const double m = double_of((long long)((unsigned long long)bits_of(x) - scale));
    const double t = sum_of(m, -1.0) / sum_of(m, 1.0), q = product_of(t, t);
    double sum = 1.0 / 17;
    sum = then(sum, q, 1.0 / 15);
    sum = then(sum, q, 1.0 / 13);
    sum = then(sum, q, 1.0 / 11);
    sum = then(sum, q, 1.0 / 9);
    sum = then(sum, q, 1.0 / 7);
    sum = then(sum, q, 1.0 / 5);
    sum = then(sum, q, 1.0 / 3);
    sum = then(sum, q, 1.0);
    return sum_of(product_of((double)exponent, 0.69314718055994530942),
                  product_of(product_of(2.0, t), sum));
}

/// A standard normal draw for one step of a block (Box and Muller).
DEVICE float noise(unsigned long long seed, unsigned block, long long step) {
    unsigned word[4];
    philox(seed, (unsigned long long)step >> 2, block, word);
    const bool is_second = step & 1;
    const unsigned a = step & 2 ? word[2] : word[0], b = step & 2 ? word[3] : word[1];
    const double ln = logarithm(product_of(sum_of((double)a, 1.0), 0x1p-32));
    const double radius = square_root(product_of(-2.0, ln));
    // The top two bits choose the quarter, the rest the angle in it.
    const double part_of_quarter = product_of((double)(b & 0x3fffffffu), 0x1p-30);
    const double x = product_of(part_of_quarter, 1.57079632679489661923);
    const double q = product_of(x, x);
    double s = -1.0 / 1307674368000, c = 1.0 / 20922789888000;
    s = then(s, q, 1.0 / 6227020800);
    c = then(c, q, -1.0 / 87178291200);
    s = then(s, q, -1.0 / 39916800);
    c = then(c, q, 1.0 / 479001600);
    s = then(s, q, 1.0 / 362880);
    c = then(c, q, -1.0 / 3628800);
    s = then(s, q, -1.0 / 5040);
    c = then(c, q, 1.0 / 40320);
    s = then(s, q, 1.0 / 120);
    c = then(c, q, -1.0 / 720);
    s = then(s, q, -1.0 / 6);
    c = then(c, q, 1.0 / 24);
    s = then(s, q, 1.0);
    c = then(c, q, -1.0 / 2);
    c = then(c, q, 1.0);
    const double sine = product_of(x, s), cosine = c;
    // The first draw turns with the cosine, the second with the sine.
    const unsigned quarter = b >> 30;
    const bool takes_sine = (quarter & 1) != (unsigned)is_second;
    const bool is_negative =
        is_second ? quarter == 2 || quarter == 3 : quarter == 1 || quarter == 2;
    const double part = takes_sine ? sine : cosine;
    return (float)product_of(radius, is_negative ? -part : part);
}
