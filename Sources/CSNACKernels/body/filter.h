// The depthwise convolution of a residual unit, fused with the Snakes around it: a row is read
// once, goes through the first Snake into the ring, and with the ring's rows out through the second.

INLINE void NAME(filter_row)(const snac_filter *filter, const bool before, const bool after,
                             const float *const tap[6], float *newest, const float *in,
                             NAME(operand) *out) {
    const size_t channels = filter->channels;
    for (size_t c = 0; c < channels; c += SNAC_VECTOR) {
        vec x = LOAD(in + c);
        if (before)
            x = NAME(snake_vec)(x, LOAD(filter->before->turns + c),
                                LOAD(filter->before->reciprocal + c));
        STORE(newest + c, x);
        const float *weights = filter->taps + c;
        vec y = LOAD(filter->bias + c);
        UNROLL for (int j = 0; j < 6; j++)
            y = FMA(LOAD(weights + (size_t)j * channels), LOAD(tap[j] + c), y);
        y = FMA(LOAD(weights + 6 * channels), x, y);
        if (after)
            y = NAME(snake_vec)(y, LOAD(filter->after->turns + c),
                                LOAD(filter->after->reciprocal + c));
        NAME(store_operands)(out + c, y);
    }
}

static void NAME(filter)(const snac_filter *filter, float *ring, size_t slot, size_t rows,
                         const float *in, void *operands) {
    const size_t channels = filter->channels, slots = 6 * filter->dilation + 1;
    NAME(operand) *out = operands;
    for (size_t row = 0; row < rows; row++) {
        const float *tap[6];
        // The oldest row is the one after the newest.
        size_t at = slot + 1 == slots ? 0 : slot + 1;
        for (int j = 0; j < 6; j++) {
            tap[j] = ring + at * channels;
            at += filter->dilation;
            if (at >= slots) at -= slots;
        }
        float *newest = ring + slot * channels;
        if (filter->before && filter->after)
            NAME(filter_row)(filter, true, true, tap, newest, in, out);
        else if (filter->before)
            NAME(filter_row)(filter, true, false, tap, newest, in, out);
        else if (filter->after)
            NAME(filter_row)(filter, false, true, tap, newest, in, out);
        else
            NAME(filter_row)(filter, false, false, tap, newest, in, out);
        slot = slot + 1 == slots ? 0 : slot + 1;
        in += channels;
        out += channels;
    }
}
