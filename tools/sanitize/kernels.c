// Runs the kernels of every variant on odd sizes, in memory of exactly the size that they need, and
// holds them against plain loops.
#include "CSNACKernels.h"
#include "random.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static float *floats(size_t count) {
    float *memory = exactly(count * sizeof(float));
    for (size_t i = 0; i < count; i++) memory[i] = random_float();
    return memory;
}

static bool close_to(float a, double b) {
    return fabs((double)a - b) <= 2e-5 * (1 + fabs(b));
}

static double snake(double x, double alpha, double reciprocal) {
    const double sine = sin(alpha * x);
    return x + sine * sine * reciprocal;
}

static void product(const snac_kernels *kernels) {
    enum { RUNS = 3 };
    const size_t k = 1 + random_below(70), n = SNAC_VECTOR * (1 + random_below(10));
    const bool has_bias = random_below(2), has_skip = random_below(2);
    const bool has_noise = has_skip && random_below(2);
    float *weights = floats(k * n), *packed = exactly(k * n * sizeof(float));
    snac_pack(weights, k, n, packed);
    const snac_matrix matrix = {k, n, packed, has_bias ? floats(n) : NULL};

    snac_run runs[RUNS];
    for (int i = 0; i < RUNS; i++) {
        // Rows overlap where the stride is less than k, as those of a convolution do.
        const size_t rows = random_below(9), in_stride = 1 + random_below(k + 5);
        const size_t out_stride = n + SNAC_VECTOR * random_below(2);
        const size_t last = rows ? rows - 1 : 0;
        runs[i] = (snac_run){
            .rows = rows,
            .in = floats(rows ? last * in_stride + k : 0),
            .in_stride = in_stride,
            .out = floats(rows ? last * out_stride + n : 0),
            .out_stride = out_stride,
            .skip = has_skip ? floats(rows ? last * n + n : 0) : NULL,
            .skip_stride = n,
            .noise = has_noise ? floats(rows) : NULL,
        };
    }
    kernels->product(&matrix, runs, RUNS);
    for (int i = 0; i < RUNS; i++) {
        const snac_run *run = &runs[i];
        for (size_t row = 0; row < run->rows; row++)
            for (size_t column = 0; column < n; column++) {
                double sum = has_bias ? (double)matrix.bias[column] : 0;
                for (size_t j = 0; j < k; j++)
                    sum += (double)run->in[row * run->in_stride + j] * (double)weights[j * n + column];
                if (has_noise) sum *= (double)run->noise[row];
                if (has_skip) sum += (double)run->skip[row * n + column];
                EXPECT(close_to(run->out[row * run->out_stride + column], sum));
            }
        free((void *)run->in);
        free(run->out);
        free((void *)run->skip);
        free((void *)run->noise);
    }
    free((void *)matrix.bias);
    free(weights);
    free(packed);
}

static void depthwise(const snac_kernels *kernels) {
    const size_t channels = SNAC_VECTOR * (1 + random_below(5)), rows = random_below(12);
    const size_t dilation = (size_t[]){1, 3, 9}[random_below(3)];
    float *taps = floats(7 * channels), *bias = floats(channels);
    float *in = floats((rows + 6 * dilation) * channels), *out = floats(rows * channels);
    float *alpha = floats(channels), *reciprocal = floats(channels);
    for (size_t c = 0; c < channels; c++) {
        alpha[c] = 1 + 0.5f * alpha[c];
        reciprocal[c] = 1 / (alpha[c] + 1e-9f);
    }
    const snac_snake snakes = {alpha, reciprocal};
    const bool has_snake = random_below(2);
    kernels->depthwise(taps, bias, has_snake ? &snakes : NULL, channels, dilation, rows, in, out);
    for (size_t row = 0; row < rows; row++)
        for (size_t c = 0; c < channels; c++) {
            double sum = (double)bias[c];
            for (size_t j = 0; j < 7; j++)
                sum += (double)taps[j * channels + c] *
                       (double)in[(row + j * dilation) * channels + c];
            if (has_snake) sum = snake(sum, (double)alpha[c], (double)reciprocal[c]);
            EXPECT(close_to(out[row * channels + c], sum));
        }

    // Snake alone, in place too.
    float *copy = exactly(rows * channels * sizeof(float));
    memcpy(copy, in, rows * channels * sizeof(float));
    kernels->snake(&snakes, channels, rows, copy, copy);
    for (size_t i = 0; i < rows * channels; i++) {
        const size_t c = i % channels;
        EXPECT(close_to(copy[i], snake((double)in[i], (double)alpha[c], (double)reciprocal[c])));
    }
    free(copy);
    free(taps);
    free(bias);
    free(in);
    free(out);
    free(alpha);
    free(reciprocal);
}

static void project(const snac_kernels *kernels) {
    const size_t length = SNAC_VECTOR * (1 + random_below(9)), rows = random_below(12);
    const size_t stride = SNAC_VECTOR * (1 + random_below(3));
    float *weights = floats(length), *in = floats(rows ? (rows - 1) * stride + length : 0);
    float *out = floats(rows);
    const float bias = random_float();
    kernels->project(weights, bias, length, stride, rows, in, out);
    for (size_t row = 0; row < rows; row++) {
        double sum = (double)bias;
        for (size_t i = 0; i < length; i++)
            sum += (double)in[row * stride + i] * (double)weights[i];
        EXPECT(close_to(out[row], tanh(sum)));
    }
    free(weights);
    free(in);
    free(out);
}

/// Draws do not depend on where a call begins; not even beside the ends of the counter.
static void noise(void) {
    const int64_t starts[] = {0, 1, 3, -5, INT64_MAX - 40, INT64_MIN};
    const int64_t first = starts[random_below(6)];
    const size_t count = random_below(40), skip = count ? random_below(count) : 0;
    float *all = exactly(count * sizeof(float)), *tail = exactly((count - skip) * sizeof(float));
    const uint64_t seed = random_word();
    snac_noise(seed, 3, first, count, all);
    snac_noise(seed, 3, (int64_t)((uint64_t)first + skip), count - skip, tail);
    EXPECT(memcmp(all + skip, tail, (count - skip) * sizeof(float)) == 0);
    for (size_t i = 0; i < count; i++) EXPECT(isfinite(all[i]) && fabsf(all[i]) < 8);
    free(all);
    free(tail);
}

int main(int argc, char **argv) {
    random_begin(argc, argv);
    const char *names[] = {"portable", "avx2", "avx512"};
    char tried[64] = "";
    for (int i = 0; i < 3; i++) {
        const snac_kernels *kernels = snac_kernels_named(names[i]);
        if (!kernels) continue;
        EXPECT(strcmp(kernels->name, names[i]) == 0);
        for (int round = 0; round < 600; round++) {
            product(kernels);
            depthwise(kernels);
            project(kernels);
        }
        strcat(strcat(tried, " "), names[i]);
    }
    EXPECT(snac_kernels_named("none") == NULL);
    EXPECT(snac_kernels_best() != NULL);
    for (int round = 0; round < 5000; round++) noise();
    printf("kernels:%s, on 600 odd sizes each, agree with plain loops\n", tried);
    return 0;
}
