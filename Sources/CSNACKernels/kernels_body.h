// The kernels, written once in clang's vector extensions. Each kernels_*.c sets the names, the
// tile and the target, and includes this.
//
// NAME(f)     the variant's name of f
// FMA(a,b,c)  a b + c
// TILE_ROWS, TILE_VECTORS   accumulators of the widest tile

#pragma STDC FP_CONTRACT OFF
// Vectors wider than the target's registers are passed to functions that are always inlined only.
#pragma clang diagnostic ignored "-Wpsabi"

#define INLINE static inline __attribute__((always_inline))
#define UNROLL _Pragma("clang loop unroll(full)")

typedef float vec __attribute__((ext_vector_type(SNAC_VECTOR)));
typedef float loose __attribute__((ext_vector_type(SNAC_VECTOR), aligned(4), may_alias));

#define LOAD(p) ((vec)(*(const loose *)(p)))
#define STORE(p, v) (*(loose *)(p) = (v))

// ---- product

/// Rows of one tile, gathered from the runs.
typedef struct {
    const float *in[TILE_ROWS];
    float *out[TILE_ROWS];
    const float *skip[TILE_ROWS];
    float noise[TILE_ROWS];
} NAME(tile);

/// Where the next tile's rows come from.
typedef struct {
    const snac_run *run;
    size_t row;
} NAME(cursor);

INLINE void NAME(gather)(NAME(cursor) *at, size_t rows, NAME(tile) *tile) {
    for (size_t r = 0; r < rows; r++) {
        while (at->row == at->run->rows) {
            at->run++;
            at->row = 0;
        }
        const snac_run *run = at->run;
        const size_t row = at->row++;
        tile->in[r] = run->in + row * run->in_stride;
        tile->out[r] = run->out + row * run->out_stride;
        tile->skip[r] = run->skip ? run->skip + row * run->skip_stride : NULL;
        tile->noise[r] = run->noise ? run->noise[row] : 1.0f;
    }
}

/// `rows` rows by `vectors` vectors of columns; both are constants wherever this is inlined. The
/// sum over k runs in one order, in one accumulator an element.
INLINE void NAME(multiply)(const int rows, const int vectors, const NAME(tile) *tile, size_t first,
                           size_t k, const float *weights, size_t pitch, size_t column,
                           const float *bias) {
    vec sum[TILE_ROWS * TILE_VECTORS];
    const float *in[TILE_ROWS];
    UNROLL for (int i = 0; i < rows * vectors; i++) sum[i] = (vec)0.0f;
    UNROLL for (int r = 0; r < rows; r++) in[r] = tile->in[first + (size_t)r];
    for (size_t i = 0; i < k; i++, weights += pitch) {
        vec w[TILE_VECTORS];
        UNROLL for (int v = 0; v < vectors; v++) w[v] = LOAD(weights + SNAC_VECTOR * v);
        UNROLL for (int r = 0; r < rows; r++) {
            const vec x = (vec)in[r][i];
            UNROLL for (int v = 0; v < vectors; v++)
                sum[r * vectors + v] = FMA(x, w[v], sum[r * vectors + v]);
        }
    }
    UNROLL for (int r = 0; r < rows; r++) {
        const size_t row = first + (size_t)r;
        UNROLL for (int v = 0; v < vectors; v++) {
            const size_t c = column + SNAC_VECTOR * (size_t)v;
            vec y = sum[r * vectors + v];
            if (bias) y += LOAD(bias + c);
            if (tile->skip[row]) y = FMA((vec)tile->noise[row], y, LOAD(tile->skip[row] + c));
            STORE(tile->out[row] + c, y);
        }
    }
}

/// The rows of a tile, in steps of which each has its own unrolled code.
INLINE void NAME(columns)(const int vectors, const NAME(tile) *tile, size_t rows, size_t k,
                          const float *weights, size_t pitch, size_t column, const float *bias) {
    size_t r = 0;
    if (rows == TILE_ROWS) {
        NAME(multiply)(TILE_ROWS, vectors, tile, 0, k, weights, pitch, column, bias);
        return;
    }
#if TILE_ROWS > 4
    for (; r + 4 <= rows; r += 4)
        NAME(multiply)(4, vectors, tile, r, k, weights, pitch, column, bias);
#endif
#if TILE_ROWS > 2
    for (; r + 2 <= rows; r += 2)
        NAME(multiply)(2, vectors, tile, r, k, weights, pitch, column, bias);
#endif
    for (; r < rows; r++) NAME(multiply)(1, vectors, tile, r, k, weights, pitch, column, bias);
}

static void NAME(product)(const snac_matrix *matrix, const snac_run *runs, size_t run_count) {
    size_t total = 0;
    for (size_t i = 0; i < run_count; i++) total += runs[i].rows;
    for (size_t column = 0; column < matrix->n; column += SNAC_PANEL) {
        const size_t left = matrix->n - column;
        const size_t pitch = left < SNAC_PANEL ? left : SNAC_PANEL;
        const float *panel = matrix->panels + column * matrix->k;
        NAME(cursor) at = {runs, 0};
        for (size_t row = 0; row < total; row += TILE_ROWS) {
            const size_t rows = total - row < TILE_ROWS ? total - row : TILE_ROWS;
            NAME(tile) tile;
            NAME(gather)(&at, rows, &tile);
            size_t c = 0;
            for (; c + SNAC_VECTOR * TILE_VECTORS <= pitch; c += SNAC_VECTOR * TILE_VECTORS)
                NAME(columns)(TILE_VECTORS, &tile, rows, matrix->k, panel + c, pitch, column + c,
                              matrix->bias);
#if TILE_VECTORS > 2
            for (; c + SNAC_VECTOR * 2 <= pitch; c += SNAC_VECTOR * 2)
                NAME(columns)(2, &tile, rows, matrix->k, panel + c, pitch, column + c,
                              matrix->bias);
#endif
            for (; c < pitch; c += SNAC_VECTOR)
                NAME(columns)(1, &tile, rows, matrix->k, panel + c, pitch, column + c,
                              matrix->bias);
        }
    }
}

// ---- Snake

/// x + sin^2(alpha x) * reciprocal. sin^2 has period pi: r = y - n pi, |r| <= pi/2, and sin^2(r) is
/// r^2 times a polynomial of degree 7 in r^2 (tools/reference-vectors/sine_polynomial.py).
INLINE vec NAME(snake_vec)(vec x, vec alpha, vec reciprocal) {
    const vec y = x * alpha;
    // Adding and taking off 1.5 * 2^23 rounds to the nearest whole number.
    const vec n = FMA(y, (vec)0.318309886f, (vec)12582912.0f) - (vec)12582912.0f;
    vec r = FMA(n, (vec)-0x1.92p1f, y);
    r = FMA(n, (vec)-0x1.fb4p-11f, r);
    r = FMA(n, (vec)-0x1.4442d2p-23f, r);
    const vec q = r * r;
    vec p = (vec)SIN2_7;
    p = FMA(p, q, (vec)SIN2_6);
    p = FMA(p, q, (vec)SIN2_5);
    p = FMA(p, q, (vec)SIN2_4);
    p = FMA(p, q, (vec)SIN2_3);
    p = FMA(p, q, (vec)SIN2_2);
    p = FMA(p, q, (vec)SIN2_1);
    p = FMA(p, q, (vec)1.0f);
    return FMA(p * q, reciprocal, x);
}

static void NAME(snake)(const snac_snake *snake, size_t channels, size_t rows, const float *in,
                        float *out) {
    for (size_t c = 0; c < channels; c += SNAC_VECTOR) {
        const vec alpha = LOAD(snake->alpha + c), reciprocal = LOAD(snake->reciprocal + c);
        for (size_t row = 0; row < rows; row++) {
            const size_t i = row * channels + c;
            STORE(out + i, NAME(snake_vec)(LOAD(in + i), alpha, reciprocal));
        }
    }
}

// ---- depthwise convolution

static void NAME(depthwise)(const float *taps, const float *bias, const snac_snake *snake,
                            size_t channels, size_t dilation, size_t rows, const float *in,
                            float *out) {
    const size_t step = dilation * channels;
    for (size_t c = 0; c < channels; c += SNAC_VECTOR) {
        vec w[7];
        UNROLL for (int j = 0; j < 7; j++) w[j] = LOAD(taps + (size_t)j * channels + c);
        const vec b = LOAD(bias + c);
        const vec alpha = snake ? LOAD(snake->alpha + c) : (vec)0.0f;
        const vec reciprocal = snake ? LOAD(snake->reciprocal + c) : (vec)0.0f;
        for (size_t row = 0; row < rows; row++) {
            const float *x = in + row * channels + c;
            vec y = b;
            UNROLL for (int j = 0; j < 7; j++) y = FMA(w[j], LOAD(x + (size_t)j * step), y);
            if (snake) y = NAME(snake_vec)(y, alpha, reciprocal);
            STORE(out + row * channels + c, y);
        }
    }
}

// ---- last convolution

static void NAME(project)(const float *weights, float bias, size_t length, size_t stride,
                          size_t rows, const float *in, float *out) {
    for (size_t row = 0; row < rows; row++) {
        const float *x = in + row * stride;
        vec even = (vec)0.0f, odd = (vec)0.0f;
        size_t i = 0;
        for (; i + 2 * SNAC_VECTOR <= length; i += 2 * SNAC_VECTOR) {
            even = FMA(LOAD(x + i), LOAD(weights + i), even);
            odd = FMA(LOAD(x + i + SNAC_VECTOR), LOAD(weights + i + SNAC_VECTOR), odd);
        }
        for (; i < length; i += SNAC_VECTOR) even = FMA(LOAD(x + i), LOAD(weights + i), even);
        const vec sum = even + odd;
        float total = bias;
        UNROLL for (int lane = 0; lane < SNAC_VECTOR; lane++) total += sum[lane];
        out[row] = tanhf(total);
    }
}

const snac_kernels NAME(kernels) = {
    .name = VARIANT,
    .product = NAME(product),
    .snake = NAME(snake),
    .depthwise = NAME(depthwise),
    .project = NAME(project),
};
