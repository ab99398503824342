// The depthwise convolution of a residual unit, fused with the Snakes around it: a row is read
// once, goes through the first Snake into the ring, and with the ring's rows out through the second.

/// One vector of channels of one row.
INLINE void NAME(filter_vector)(const bool before, const bool after, const float *p, size_t c,
                                const float *const tap[6], float *newest, const float *in,
                                NAME(operand) *out) {
    vec y = LOAD(p + 7 * SNAC_VECTOR);
    UNROLL for (int j = 0; j < 6; j++)
        y = FMA(LOAD(p + j * SNAC_VECTOR), LOAD(tap[j] + c), y);
    vec x = LOAD(in + c);
    if (before)
        x = NAME(snake_vec)(x, LOAD(p + 8 * SNAC_VECTOR), LOAD(p + 9 * SNAC_VECTOR));
    STORE(newest + c, x);
    y = FMA(LOAD(p + 6 * SNAC_VECTOR), x, y);
    if (after)
        y = NAME(snake_vec)(y, LOAD(p + 10 * SNAC_VECTOR), LOAD(p + 11 * SNAC_VECTOR));
    NAME(store_operands)(out + c, y);
}

INLINE void NAME(filter_row)(const bool before, const bool after, size_t channels,
                             const float *parameters, const float *const tap[6], float *newest,
                             const float *in, NAME(operand) *out) {
    // Named, so that no store makes the loop read them again.
    const float *const taps[6] = {tap[0], tap[1], tap[2], tap[3], tap[4], tap[5]};
    for (size_t c = 0; c < channels; c += SNAC_VECTOR) {
        NAME(filter_vector)(before, after, parameters, c, taps, newest, in, out);
        parameters += SNAC_FILTER_VECTORS * SNAC_VECTOR;
    }
}

static void NAME(filter)(const snac_filter *filter, float *ring, size_t slot, size_t rows,
                         const float *in, void *operands) {
    const size_t channels = filter->channels, dilation = filter->dilation;
    const size_t slots = 6 * dilation + 1;
    const bool before = filter->before, after = filter->after;
    const float *const parameters = filter->parameters;
    NAME(operand) *out = operands;
    for (size_t row = 0; row < rows; row++) {
        const float *tap[6];
        // The oldest row is the one after the newest.
        size_t at = slot + 1 == slots ? 0 : slot + 1;
        UNROLL for (int j = 0; j < 6; j++) {
            tap[j] = ring + at * channels;
            at += dilation;
            if (at >= slots) at -= slots;
        }
        float *newest = ring + slot * channels;
        if (before && after)
            NAME(filter_row)(true, true, channels, parameters, tap, newest, in, out);
        else if (before)
            NAME(filter_row)(true, false, channels, parameters, tap, newest, in, out);
        else if (after)
            NAME(filter_row)(false, true, channels, parameters, tap, newest, in, out);
        else
            NAME(filter_row)(false, false, channels, parameters, tap, newest, in, out);
        slot = slot + 1 == slots ? 0 : slot + 1;
        in += channels;
        out += channels;
    }
}
