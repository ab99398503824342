// The last convolution, to one channel, and tanh.

/// tanh(x) = 1 - 2 / (e^(2x) + 1) away from 0, a polynomial near it; within 1e-7.
INLINE vec NAME(tanh_vec)(vec x) {
    const vec size = __builtin_elementwise_min(__builtin_elementwise_abs(x), (vec)9.1f);
    // e^(2 size) = 2^n e^r with |r| <= ln 2 / 2.
    const vec two = size + size;
    const vec shifted = FMA(two, (vec)1.44269504f, (vec)12582912.0f);
    const vec n = shifted - (vec)12582912.0f;
    vec r = FMA(n, (vec)-0x1.62e4p-1f, two);
    r = FMA(n, (vec)-1.42860677e-06f, r);
    vec e = (vec)(1.0f / 720);
    e = FMA(e, r, (vec)(1.0f / 120));
    e = FMA(e, r, (vec)(1.0f / 24));
    e = FMA(e, r, (vec)(1.0f / 6));
    e = FMA(e, r, (vec)0.5f);
    e = FMA(e, r, (vec)1.0f);
    e = FMA(e, r, (vec)1.0f);
    // n lies in the low bits of `shifted`: moved to the exponent's place it multiplies by 2^n.
    typedef int32_t ivec __attribute__((ext_vector_type(SNAC_VECTOR)));
    const ivec power = ((ivec)shifted << 23) + 0x3f800000;
    const vec large = 1.0f - 2.0f / FMA(e, (vec)power, (vec)1.0f);
    const vec q = x * x;
    vec small = (vec)(62.0f / 2835);
    small = FMA(small, q, (vec)(-17.0f / 315));
    small = FMA(small, q, (vec)(2.0f / 15));
    small = FMA(small, q, (vec)(-1.0f / 3));
    small = FMA(small * q, x, x);
    const vec signed_large = __builtin_elementwise_copysign(large, x);
    return size < 0.2f ? small : signed_large;
}

static void NAME(project)(const float *weights, float bias, size_t length, size_t stride,
                          size_t rows, const float *in, float *out) {
    for (size_t row = 0; row < rows; row += SNAC_VECTOR) {
        vec totals = (vec)bias;
        const size_t lanes = rows - row < SNAC_VECTOR ? rows - row : SNAC_VECTOR;
        for (size_t lane = 0; lane < lanes; lane++) {
            const float *x = in + (row + lane) * stride;
            vec even = (vec)0.0f, odd = (vec)0.0f;
            size_t i = 0;
            for (; i + 2 * SNAC_VECTOR <= length; i += 2 * SNAC_VECTOR) {
                even = FMA(LOAD(x + i), LOAD(weights + i), even);
                odd = FMA(LOAD(x + i + SNAC_VECTOR), LOAD(weights + i + SNAC_VECTOR), odd);
            }
            for (; i < length; i += SNAC_VECTOR) even = FMA(LOAD(x + i), LOAD(weights + i), even);
            const vec sum = even + odd;
            const __attribute__((ext_vector_type(8))) float eight = sum.lo + sum.hi;
            const __attribute__((ext_vector_type(4))) float four = eight.lo + eight.hi;
            totals[lane] += (four[0] + four[2]) + (four[1] + four[3]);
        }
        totals = NAME(tanh_vec)(totals);
        if (lanes == SNAC_VECTOR)
            STORE(out + row, totals);
        else
            for (size_t lane = 0; lane < lanes; lane++) out[row + lane] = totals[lane];
    }
}
