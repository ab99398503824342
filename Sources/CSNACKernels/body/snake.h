// Snake: x + sin^2(alpha x) / alpha.

#include "sine_polynomial.h"

/// The Snakes of `count` vectors, a constant. Their turns lie `step` floats apart, the reciprocals
/// likewise.
///
/// sin^2 has a period of half a turn, so with t = alpha x / pi only what t is off the nearest whole
/// number matters: f, at most 1/2, and sin^2(pi f) is a polynomial in f^2.
INLINE void NAME(snake_vectors)(const int count, vec *x, const float *turns,
                                const float *reciprocals, size_t step) {
    vec f[SIDE_BY_SIDE], q[SIDE_BY_SIDE], p[SIDE_BY_SIDE];
    // Adding and taking off 1.5 * 2^23 rounds to the nearest whole number.
    EACH(count) f[i] = FMA(x[i], LOAD(turns + i * step), (vec)12582912.0f);
    EACH(count) f[i] -= (vec)12582912.0f;
    EACH(count) f[i] = FMA(x[i], LOAD(turns + i * step), -f[i]);
    EACH(count) q[i] = f[i] * f[i];
    EACH(count) p[i] = FMA((vec)SIN2_6, q[i], (vec)SIN2_5);
    EACH(count) p[i] = FMA(p[i], q[i], (vec)SIN2_4);
    EACH(count) p[i] = FMA(p[i], q[i], (vec)SIN2_3);
    EACH(count) p[i] = FMA(p[i], q[i], (vec)SIN2_2);
    EACH(count) p[i] = FMA(p[i], q[i], (vec)SIN2_1);
    EACH(count) p[i] *= q[i];
    EACH(count) x[i] = FMA(p[i], LOAD(reciprocals + i * step), x[i]);
}

/// The Snakes of a row's `count` vectors from channel `c` on.
INLINE void NAME(snake_at)(const int count, const snac_snake *snake, size_t c, const float *in,
                           vec *x) {
    EACH(count) x[i] = LOAD(in + c + i * SNAC_VECTOR);
    NAME(snake_vectors)(count, x, snake->turns + c, snake->reciprocal + c, SNAC_VECTOR);
}

static void NAME(snake)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                        float *out) {
    for (size_t row = 0; row < rows; row++, in += channels, out += channels) {
#define SNAKE(count) \
    vec x[count]; \
    NAME(snake_at)(count, snake, c, in, x); \
    EACH(count) STORE(out + c + i * SNAC_VECTOR, x[i]);
        BY_GROUPS(channels, SNAKE)
#undef SNAKE
    }
}

static void NAME(activate)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                           void *operands) {
    NAME(operand) *out = operands;
    for (size_t row = 0; row < rows; row++, in += channels, out += channels) {
#define ACTIVATE(count) \
    vec x[count]; \
    NAME(snake_at)(count, snake, c, in, x); \
    EACH(count) NAME(store_operands)(out + c + i * SNAC_VECTOR, x[i]);
        BY_GROUPS(channels, ACTIVATE)
#undef ACTIVATE
    }
}

static void NAME(convert)(size_t count, const float *in, void *operands) {
    NAME(operand) *out = operands;
    for (size_t i = 0; i < count; i += SNAC_VECTOR) NAME(store_operands)(out + i, LOAD(in + i));
}
