// Snake: x + sin^2(alpha x) / alpha.

#include "sine_polynomial.h"

/// sin^2 has a period of half a turn, so with t = alpha x / pi only what t is off the nearest whole
/// number matters: f, at most 1/2, and sin^2(pi f) is a polynomial in f^2.
INLINE vec NAME(snake_vec)(vec x, vec turns, vec reciprocal) {
    // Adding and taking off 1.5 * 2^23 rounds to the nearest whole number.
    const vec whole = FMA(x, turns, (vec)12582912.0f) - (vec)12582912.0f;
    const vec f = FMA(x, turns, -whole);
    const vec q = f * f;
    vec p = (vec)SIN2_6;
    p = FMA(p, q, (vec)SIN2_5);
    p = FMA(p, q, (vec)SIN2_4);
    p = FMA(p, q, (vec)SIN2_3);
    p = FMA(p, q, (vec)SIN2_2);
    p = FMA(p, q, (vec)SIN2_1);
    return FMA(p * q, reciprocal, x);
}

static void NAME(snake)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                        float *out) {
    for (size_t row = 0; row < rows; row++, in += channels, out += channels)
        for (size_t c = 0; c < channels; c += SNAC_VECTOR)
            STORE(out + c, NAME(snake_vec)(LOAD(in + c), LOAD(snake->turns + c),
                                           LOAD(snake->reciprocal + c)));
}

static void NAME(activate)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                           void *operands) {
    NAME(operand) *out = operands;
    for (size_t row = 0; row < rows; row++, in += channels, out += channels)
        for (size_t c = 0; c < channels; c += SNAC_VECTOR)
            NAME(store_operands)(out + c,
                                 NAME(snake_vec)(LOAD(in + c), LOAD(snake->turns + c),
                                                 LOAD(snake->reciprocal + c)));
}

static void NAME(convert)(size_t count, const float *in, void *operands) {
    NAME(operand) *out = operands;
    for (size_t i = 0; i < count; i += SNAC_VECTOR) NAME(store_operands)(out + i, LOAD(in + i));
}
