// What the processor can do at best: the products' own step, on registers alone.

/// Multiplies and adds `rounds` times in every accumulator of the widest tile, and keeps the sums
/// in `out` (a vector), so that they are needed. How many floating-point operations that was.
static double NAME(peak)(size_t rounds, float *out) {
    NAME(step) weights[SNAC_VECTOR];
    memset(weights, 0, sizeof weights);
    // From here on the compiler does not know what they are.
    __asm__ volatile("" : : "r"(weights) : "memory");
    const NAME(step) x = weights[0];
    vec sum[MOST_SUMS];
    UNROLL for (int i = 0; i < MOST_SUMS; i++) sum[i] = (vec)(float)i;
    for (size_t round = 0; round < rounds; round++) {
        UNROLL for (int i = 0; i < MOST_SUMS; i++)
            sum[i] = NAME(multiply_step)(x, weights, sum[i]);
    }
    vec total = sum[0];
    UNROLL for (int i = 1; i < MOST_SUMS; i++) total += sum[i];
    STORE(out, total);
    return (double)rounds * MOST_SUMS * SNAC_VECTOR * 2 * K_STEP;
}
