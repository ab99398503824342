// Snake and tanh, by the operations of the kernels for processors, so that they round alike.
#pragma once
#include "grid.h"

/// x + sin^2(alpha x) / alpha, with turns = alpha / pi and reciprocal = 1 / (alpha + 1e-9): what
/// turns x is off the nearest whole number is f, and sin^2(pi f) a polynomial in f^2, within 6e-9.
DEVICE float snake(float x, float turns, float reciprocal) {
    // Adding and taking off 1.5 * 2^23 rounds to the nearest whole number.
    float f = fused(x, turns, 12582912.0f);
    f = f - 12582912.0f;
    f = fused(x, turns, -f);
    const float q = f * f;
    float p = fused(-3.272945642e+00f, q, 1.299073029e+01f);
    p = fused(p, q, -3.008595276e+01f);
    p = fused(p, q, 4.272538376e+01f);
    p = fused(p, q, -3.246958160e+01f);
    p = fused(p, q, 9.869603157e+00f);
    p = p * q;
    return fused(p, reciprocal, x);
}

/// tanh(x) = 1 - 2 / (e^(2x) + 1) away from 0, a polynomial near it; within 1e-7.
DEVICE float hyperbolic_tangent(float x) {
    float size = x < 0 ? -x : x;
    size = size < 9.1f ? size : 9.1f;
    if (size < 0.2f) {
        const float q = x * x;
        float small = fused(62.0f / 2835, q, -17.0f / 315);
        small = fused(small, q, 2.0f / 15);
        small = fused(small, q, -1.0f / 3);
        return fused(small * q, x, x);
    }
    // e^(2 size) = 2^n e^r with |r| <= ln 2 / 2; n lies in the low bits of `shifted`.
    const float two = size + size;
    const float shifted = fused(two, 1.44269504f, 12582912.0f);
    const float n = shifted - 12582912.0f;
    float r = fused(n, -0x1.62e4p-1f, two);
    r = fused(n, -1.42860677e-06f, r);
    float e = fused(1.0f / 720, r, 1.0f / 120);
    e = fused(e, r, 1.0f / 24);
    e = fused(e, r, 1.0f / 6);
    e = fused(e, r, 0.5f);
    e = fused(e, r, 1.0f);
    e = fused(e, r, 1.0f);
    const float power = float_of((bits_of(shifted) << 23) + 0x3f800000u);
    const float large = 1.0f - 2.0f / fused(e, power, 1.0f);
    return x < 0 ? -large : large;
}
