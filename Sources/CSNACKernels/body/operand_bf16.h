// Operands that are bfloat16, with the processor's dot product of pairs. A k step of a panel holds
// two rows of the matrix, pair beside pair.

typedef uint16_t NAME(operand);
typedef uint32_t NAME(step) __attribute__((may_alias));
#define K_STEP 2

INLINE vec NAME(multiply_step)(uint32_t x, const NAME(step) *weights, vec sum) {
    const __m512i pairs = _mm512_loadu_si512(weights);
    return (vec)_mm512_dpbf16_ps((__m512)sum, (__m512bh)_mm512_set1_epi32((int)x), (__m512bh)pairs);
}

INLINE void NAME(store_operands)(uint16_t *out, vec values) {
    _mm256_storeu_si256((__m256i *)(void *)out, (__m256i)_mm512_cvtneps_pbh((__m512)values));
}

/// Rounded to the nearest, ties to even; weights are finite.
INLINE uint32_t NAME(rounded)(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

/// `count` columns of rows `k` and `k + 1` of the matrix; zeros where there is no second row.
INLINE void NAME(pack_step)(const float *matrix, size_t k, size_t rows, size_t n, size_t column,
                            size_t count, NAME(step) *packed) {
    const float *low = matrix + k * n + column;
    for (size_t c = 0; c < count; c++)
        packed[c] = NAME(rounded)(low[c]) | (k + 1 < rows ? NAME(rounded)(low[n + c]) << 16 : 0);
}
