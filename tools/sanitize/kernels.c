// Runs the kernels of every variant on odd sizes, in memory of exactly the size that they need, and
// holds them against plain loops.
#include "CSNACKernels.h"
#include "random.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

static const double pi = 3.14159265358979323846;

static float *floats(size_t count) {
    float *memory = exactly(count * sizeof(float));
    for (size_t i = 0; i < count; i++) memory[i] = random_float();
    return memory;
}

static bool close_to(float a, double b) {
    return fabs((double)a - b) <= 2e-5 * (1 + fabs(b));
}

/// What products of the variant see of floats: those, or bfloat16.
static void *operands(const snac_kernels *kernels, float *values, size_t count) {
    const size_t padded = (count + SNAC_VECTOR - 1) / SNAC_VECTOR * SNAC_VECTOR;
    float *all = exactly(padded * sizeof(float));
    memset(all, 0, padded * sizeof(float));
    memcpy(all, values, count * sizeof(float));
    char *converted = exactly(padded * kernels->operand), *result = exactly(count * kernels->operand);
    kernels->convert(padded, all, converted);
    memcpy(result, converted, count * kernels->operand);
    free(all);
    free(converted);
    return result;
}

/// An operand as a float.
static float value(const snac_kernels *kernels, const void *operand, size_t index) {
    if (kernels->operand == sizeof(float)) return ((const float *)operand)[index];
    const uint32_t bits = (uint32_t)((const uint16_t *)operand)[index] << 16;
    float result;
    memcpy(&result, &bits, sizeof result);
    return result;
}

/// How far an operand may be from what it stands for.
static bool operand_close_to(const snac_kernels *kernels, float a, double b) {
    return kernels->operand == sizeof(float) ? close_to(a, b)
                                             : fabs((double)a - b) <= 5e-3 * (1 + fabs(b));
}

static double snake(double x, double alpha, double reciprocal) {
    const double sine = sin(alpha * x);
    return x + sine * sine * reciprocal;
}

static void product(const snac_kernels *kernels) {
    enum { RUNS = 3 };
    // More than a block now and then; whole pairs where operands come in pairs.
    const size_t limit = random_below(8) ? 70 : 2500, even = kernels->operand == 2 ? 2 : 1;
    const size_t k = (1 + random_below(limit)) * even, n = SNAC_VECTOR * (1 + random_below(10));
    const bool has_bias = random_below(2), has_skip = random_below(2);
    const bool has_noise = has_skip && random_below(2);
    float *weights = floats(k * n);
    char *packed = exactly(k * n * kernels->operand), *rounded = operands(kernels, weights, k * n);
    kernels->pack(weights, k, n, packed);
    const snac_matrix matrix = {k, n, packed, has_bias ? floats(n) : NULL};

    snac_run runs[RUNS];
    for (int i = 0; i < RUNS; i++) {
        // Rows overlap where the stride is less than k, as those of a convolution do.
        const size_t rows = random_below(20), in_stride = (1 + random_below(k + 5)) * even;
        const size_t out_stride = n + SNAC_VECTOR * random_below(2);
        const size_t last = rows ? rows - 1 : 0, inputs = rows ? last * in_stride + k : 0;
        float *in = floats(inputs);
        runs[i] = (snac_run){
            .rows = rows,
            .in = operands(kernels, in, inputs),
            .in_stride = in_stride,
            .out = floats(rows ? last * out_stride + n : 0),
            .out_stride = out_stride,
            .skip = has_skip ? floats(rows ? last * n + n : 0) : NULL,
            .skip_stride = n,
            .noise = has_noise ? floats(rows) : NULL,
        };
        free(in);
    }
    kernels->product(&matrix, runs, RUNS);
    for (int i = 0; i < RUNS; i++) {
        const snac_run *run = &runs[i];
        for (size_t row = 0; row < run->rows; row++)
            for (size_t column = 0; column < n; column++) {
                double sum = has_bias ? (double)matrix.bias[column] : 0, size = 1;
                for (size_t j = 0; j < k; j++) {
                    const double term = (double)value(kernels, run->in, row * run->in_stride + j) *
                                        (double)value(kernels, rounded, j * n + column);
                    sum += term;
                    size += fabs(term);
                }
                if (has_noise) sum *= (double)run->noise[row];
                if (has_skip) sum += (double)run->skip[row * n + column];
                EXPECT(fabs((double)run->out[row * run->out_stride + column] - sum) <=
                       1e-5 * (size + fabs(sum)));
            }
        free((void *)run->in);
        free(run->out);
        free((void *)run->skip);
        free((void *)run->noise);
    }
    free((void *)matrix.bias);
    free(weights);
    free(packed);
    free(rounded);
}

/// The parameter `index` (7 bias, 8 and 9 the Snake before, 10 and 11 the one after) of a channel.
static float *parameter(float *parameters, size_t channel, size_t index) {
    const size_t vector = channel / SNAC_VECTOR * SNAC_FILTER_VECTORS + index;
    return parameters + vector * SNAC_VECTOR + channel % SNAC_VECTOR;
}

/// A signal through the filter in two calls, from any place of the ring.
static void filter(const snac_kernels *kernels) {
    const size_t channels = SNAC_VECTOR * (1 + random_below(5)), rows = 1 + random_below(30);
    const size_t dilation = (size_t[]){1, 3, 9}[random_below(3)], slots = 6 * dilation + 1;
    float *parameters = floats(SNAC_FILTER_VECTORS * channels), *in = floats(rows * channels);
    for (size_t c = 0; c < channels; c++)
        for (size_t snake = 8; snake < 12; snake += 2) {
            const float alpha = 1 + 0.5f * random_float();
            *parameter(parameters, c, snake) = (float)((double)alpha / pi);
            *parameter(parameters, c, snake + 1) = 1 / alpha;
        }
    const snac_filter shape = {
        .channels = channels,
        .dilation = dilation,
        .before = random_below(2),
        .after = random_below(2),
        .parameters = parameters,
    };
    float *ring = exactly(slots * channels * sizeof(float));
    memset(ring, 0, slots * channels * sizeof(float));
    char *out = exactly(rows * channels * kernels->operand);
    const size_t slot = random_below(slots), first = random_below(rows + 1);
    kernels->filter(&shape, ring, slot, first, in, out);
    kernels->filter(&shape, ring, (slot + first) % slots, rows - first, in + first * channels,
                    out + first * channels * kernels->operand);
    for (size_t row = 0; row < rows; row++)
        for (size_t c = 0; c < channels; c++) {
            double sum = (double)*parameter(parameters, c, 7);
            for (size_t j = 0; j < 7; j++) {
                const size_t ago = (6 - j) * dilation;
                if (ago > row) continue;
                double x = (double)in[(row - ago) * channels + c];
                if (shape.before)
                    x = snake(x, pi * (double)*parameter(parameters, c, 8),
                              (double)*parameter(parameters, c, 9));
                sum += (double)*parameter(parameters, c, j) * x;
            }
            if (shape.after)
                sum = snake(sum, pi * (double)*parameter(parameters, c, 10),
                            (double)*parameter(parameters, c, 11));
            EXPECT(operand_close_to(kernels, value(kernels, out, row * channels + c), sum));
        }
    free(parameters);
    free(in);
    free(ring);
    free(out);
}

static void activate(const snac_kernels *kernels) {
    const size_t channels = SNAC_VECTOR * (1 + random_below(5)), rows = random_below(12);
    float *in = floats(rows * channels), *turns = floats(channels), *reciprocal = floats(channels);
    for (size_t c = 0; c < channels; c++) {
        const float alpha = 1 + 0.5f * turns[c];
        turns[c] = (float)((double)alpha / pi);
        reciprocal[c] = 1 / alpha;
    }
    const snac_snake snakes = {turns, reciprocal};
    // In place too.
    float *copy = exactly(rows * channels * sizeof(float));
    char *out = exactly(rows * channels * kernels->operand);
    memcpy(copy, in, rows * channels * sizeof(float));
    kernels->snake(&snakes, channels, rows, copy, copy);
    kernels->activate(&snakes, channels, rows, in, out);
    for (size_t i = 0; i < rows * channels; i++) {
        const size_t c = i % channels;
        const double expected =
            snake((double)in[i], pi * (double)turns[c], (double)reciprocal[c]);
        EXPECT(close_to(copy[i], expected));
        EXPECT(operand_close_to(kernels, value(kernels, out, i), expected));
    }
    free(copy);
    free(out);
    free(in);
    free(turns);
    free(reciprocal);
}

static void project(const snac_kernels *kernels) {
    const size_t length = SNAC_VECTOR * (1 + random_below(9)), rows = random_below(12);
    const size_t stride = SNAC_VECTOR * (1 + random_below(3));
    float *weights = floats(length), *in = floats(rows ? (rows - 1) * stride + length : 0);
    float *out = floats(rows);
    // From sounds that tanh leaves alone to those that it clips.
    const float bias = random_float() * (random_below(4) ? 1 : 30);
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
    const char *names[] = {"portable", "avx2", "avx512", "avx512bf16"};
    char tried[64] = "";
    for (int i = 0; i < 4; i++) {
        const snac_kernels *kernels = snac_kernels_named(names[i]);
        if (!kernels) continue;
        EXPECT(strcmp(kernels->name, names[i]) == 0);
        for (int round = 0; round < 600; round++) {
            product(kernels);
            filter(kernels);
            activate(kernels);
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
