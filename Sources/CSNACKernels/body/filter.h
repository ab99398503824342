// The depthwise convolution of a residual unit, fused with the Snakes around it: a row is read
// once, goes through the first Snake into the ring, and with the ring's rows out through the second.

/// `count` vectors of one row, a constant, from channel `c` on; `p` are the first one's parameters.
INLINE void NAME(filter_vectors)(const int count, const bool before, const bool after,
                                 const float *p, size_t c, const float *const tap[6],
                                 float *newest, const float *in, NAME(operand) *out) {
    const size_t v = SNAC_VECTOR, step = SNAC_FILTER_VECTORS * SNAC_VECTOR;
    vec x[SIDE_BY_SIDE], y[SIDE_BY_SIDE];
    EACH(count) x[i] = LOAD(in + c + i * v);
    if (before) NAME(snake_vectors)(count, x, p + 8 * v, p + 9 * v, step);
    EACH(count) STORE(newest + c + i * v, x[i]);
    EACH(count) y[i] = LOAD(p + 7 * v + i * step);
    UNROLL for (int j = 0; j < 6; j++)
        EACH(count) y[i] = FMA(LOAD(p + j * v + i * step), LOAD(tap[j] + c + i * v), y[i]);
    EACH(count) y[i] = FMA(LOAD(p + 6 * v + i * step), x[i], y[i]);
    if (after) NAME(snake_vectors)(count, y, p + 10 * v, p + 11 * v, step);
    EACH(count) NAME(store_operands)(out + c + i * v, y[i]);
}

INLINE void NAME(filter_row)(const bool before, const bool after, size_t channels,
                             const float *parameters, const float *const tap[6], float *newest,
                             const float *in, NAME(operand) *out) {
    // Named, so that no store makes the loop read them again.
    const float *const taps[6] = {tap[0], tap[1], tap[2], tap[3], tap[4], tap[5]};
#define FILTER(count) \
    NAME(filter_vectors)(count, before, after, parameters, c, taps, newest, in, out); \
    parameters += (count) * SNAC_FILTER_VECTORS * SNAC_VECTOR;
    BY_GROUPS(channels, FILTER)
#undef FILTER
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
