// Operands that are floats. A k step of a panel is one row of the matrix.

typedef float NAME(operand);
typedef float NAME(step);
#define K_STEP 1

INLINE vec NAME(multiply_step)(float x, const float *weights, vec sum) {
    return FMA((vec)x, LOAD(weights), sum);
}

INLINE void NAME(store_operands)(float *out, vec values) { STORE(out, values); }

/// `count` columns of row `k` of the matrix.
INLINE void NAME(pack_step)(const float *matrix, size_t k, size_t rows, size_t n, size_t column,
                            size_t count, float *packed) {
    (void)rows;
    memcpy(packed, matrix + k * n + column, count * sizeof(float));
}
