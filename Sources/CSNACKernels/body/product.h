// The matrix product. Weights lie in panels of a few vectors of columns, a tile is as many rows of
// one panel as registers hold sums of. A panel's rows come in blocks that the second level cache
// holds twice: while one is multiplied, the next is fetched.
//
// PANEL_VECTORS   widest panel
// TILE_ROWS(v)    most rows of a tile that is v vectors wide
// ROW_CASES(X)    X(1) X(2) ... up to the largest of these
// VECTOR_CASES(X) X(1) X(2) ... up to PANEL_VECTORS

/// k steps of a block. A row's sum is the sum of its blocks' sums, which also halves its error.
#define BLOCK_STEPS 512
/// Bytes of a cache line.
#define LINE 64
/// How far ahead weights are fetched that one tile alone needs.
#define SOON 8192
/// Tiles that share the fetching of a block, at most.
#define MOST_FETCHING 16

/// Rows of one tile, gathered from the runs.
typedef struct {
    const NAME(operand) *in[MOST_ROWS];
    float *out[MOST_ROWS];
    const float *skip[MOST_ROWS];
    float noise[MOST_ROWS];
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
        tile->in[r] = (const NAME(operand) *)run->in + row * run->in_stride;
        tile->out[r] = run->out + row * run->out_stride;
        tile->skip[r] = run->skip ? run->skip + row * run->skip_stride : NULL;
        tile->noise[r] = run->noise ? run->noise[row] : 1.0f;
    }
}

/// One block of a panel.
typedef struct {
    const NAME(step) *weights;
    /// Of the block's first row, and the number of its k steps.
    size_t k, steps;
    size_t column;
    const float *bias;
    bool is_first, is_last;
} NAME(block);

/// `rows` rows by `vectors` vectors of columns; both are constants wherever this is inlined. The
/// sum over a block runs in one order, in one accumulator an element. Each step fetches `lines`
/// cache lines, a constant too, at `ahead`, which then moves on by `stride` bytes.
INLINE void NAME(multiply)(const int rows, const int vectors, const int lines,
                           const NAME(tile) *tile, const NAME(block) *block, const char *ahead,
                           size_t stride) {
    vec sum[MOST_SUMS];
    const NAME(step) *in[MOST_ROWS];
    UNROLL for (int i = 0; i < rows * vectors; i++) sum[i] = (vec)0.0f;
    UNROLL for (int r = 0; r < rows; r++)
        in[r] = (const NAME(step) *)(const void *)(tile->in[r] + block->k);
    const NAME(step) *weights = block->weights;
    for (size_t i = 0; i < block->steps; i++) {
        UNROLL for (int line = 0; line < lines; line++) __builtin_prefetch(ahead + LINE * line);
        ahead += stride;
        UNROLL for (int r = 0; r < rows; r++) {
            UNROLL for (int v = 0; v < vectors; v++)
                sum[r * vectors + v] = NAME(multiply_step)(
                    in[r][i], weights + SNAC_VECTOR * v, sum[r * vectors + v]);
        }
        weights += SNAC_VECTOR * vectors;
    }
    UNROLL for (int r = 0; r < rows; r++) {
        float *out = tile->out[r] + block->column;
        const float *skip = tile->skip[r];
        UNROLL for (int v = 0; v < vectors; v++) {
            vec y = sum[r * vectors + v];
            if (!block->is_first) y = LOAD(out + SNAC_VECTOR * v) + y;
            if (block->is_last) {
                const size_t c = block->column + SNAC_VECTOR * (size_t)v;
                if (block->bias) y += LOAD(block->bias + c);
                if (skip) y = FMA((vec)tile->noise[r], y, LOAD(skip + c));
            }
            STORE(out + SNAC_VECTOR * v, y);
        }
    }
}

/// The next tile, of any number of rows.
INLINE void NAME(next)(NAME(cursor) *at, size_t rows, const int vectors, const int lines,
                       const NAME(block) *block, const char *ahead, size_t stride) {
    NAME(tile) tile;
    NAME(gather)(at, rows, &tile);
    switch (rows) {
#define CASE(n) \
    case n: \
        if (n <= TILE_ROWS(vectors)) \
            NAME(multiply)(n, vectors, lines, &tile, block, ahead, stride); \
        break;
        ROW_CASES(CASE)
#undef CASE
    }
}

/// So few tiles that reading the weights is most of the work. One alone fetches what it needs soon,
/// two or three the next block. Never inlined: the usual case is faster without it.
static __attribute__((noinline)) void NAME(few)(const int vectors, const NAME(block) *block,
                                                const snac_run *runs, size_t total, size_t tiles,
                                                size_t step_bytes) {
    const char *ahead = (const char *)block->weights;
    NAME(cursor) at = {runs, 0};
    if (tiles == 1) {
        ahead += SOON;
        switch (vectors) {
#define CASE(n) \
    case n: NAME(next)(&at, total, n, n, block, ahead, step_bytes); break;
            VECTOR_CASES(CASE)
#undef CASE
        }
        return;
    }
    ahead += block->steps * step_bytes;
    const size_t stride = step_bytes / tiles;
    for (size_t t = 0; t < tiles; t++) {
        const size_t rows = total * (t + 1) / tiles - total * t / tiles;
        switch (vectors) {
#define CASE(n) \
    case n: NAME(next)(&at, rows, n, 2, block, ahead, stride); break;
            VECTOR_CASES(CASE)
#undef CASE
        }
        ahead += block->steps * stride;
    }
}

/// The rows of all runs, in tiles that are as equal as possible. The first of them share the
/// fetching of the next block, so that it comes evenly; the others fetch what is there.
INLINE void NAME(rows)(const int vectors, const NAME(block) *block, const snac_run *runs,
                       size_t total) {
    const size_t most = TILE_ROWS(vectors);
    const size_t tiles = (total + most - 1) / most;
    const size_t step_bytes = SNAC_VECTOR * (size_t)vectors * sizeof(NAME(step));
    if (tiles < 4) return NAME(few)(vectors, block, runs, total, tiles, step_bytes);
    const char *weights = (const char *)block->weights;
    const size_t fetching = tiles < MOST_FETCHING ? tiles : MOST_FETCHING;
    const size_t stride = step_bytes / fetching;
    const char *ahead = weights + block->steps * step_bytes;
    NAME(cursor) at = {runs, 0};
    for (size_t t = 0; t < tiles; t++) {
        const size_t rows = total * (t + 1) / tiles - total * t / tiles;
        const bool fetches = t < fetching;
        NAME(next)(&at, rows, vectors, 1, block, fetches ? ahead : weights, fetches ? stride : 0);
        ahead += block->steps * stride;
    }
}

static void NAME(product)(const snac_matrix *matrix, const snac_run *runs, size_t run_count) {
    size_t total = 0;
    for (size_t i = 0; i < run_count; i++) total += runs[i].rows;
    if (total == 0) return;
    const size_t columns = matrix->n / SNAC_VECTOR, steps = (matrix->k + K_STEP - 1) / K_STEP;
    const NAME(step) *weights = matrix->panels;
    const size_t panels = (columns + PANEL_VECTORS - 1) / PANEL_VECTORS;
    size_t column = 0;
    for (size_t p = 0; p < panels; p++) {
        const size_t vectors = columns * (p + 1) / panels - columns * p / panels;
        for (size_t done = 0; done < steps; done += BLOCK_STEPS) {
            const size_t left = steps - done;
            const NAME(block) block = {
                .weights = weights,
                .k = done * K_STEP,
                .steps = left < BLOCK_STEPS ? left : BLOCK_STEPS,
                .column = column,
                .bias = matrix->bias,
                .is_first = done == 0,
                .is_last = left <= BLOCK_STEPS,
            };
            switch (vectors) {
#define CASE(n) \
    case n: NAME(rows)(n, &block, runs, total); break;
                VECTOR_CASES(CASE)
#undef CASE
            }
            weights += block.steps * vectors * SNAC_VECTOR;
        }
        column += vectors * SNAC_VECTOR;
    }
}

/// Panel after panel, each row after row; panels are as equally wide as possible.
static void NAME(pack)(const float *matrix, size_t k, size_t n, void *packed) {
    const size_t columns = n / SNAC_VECTOR;
    const size_t panels = (columns + PANEL_VECTORS - 1) / PANEL_VECTORS;
    NAME(step) *out = packed;
    size_t column = 0;
    for (size_t p = 0; p < panels; p++) {
        const size_t vectors = columns * (p + 1) / panels - columns * p / panels;
        for (size_t row = 0; row < k; row += K_STEP) {
            NAME(pack_step)(matrix, row, k, n, column, vectors * SNAC_VECTOR, out);
            out += vectors * SNAC_VECTOR;
        }
        column += vectors * SNAC_VECTOR;
    }
}
