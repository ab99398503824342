// The CUDA kernels on the processor: every kernel on batches of odd streams, in buffers of exactly the
// size that they may touch.
#include "../../Tests/EmulatedCUDA/EmulatedCUDA.cpp"

#include <cstdio>
#include <vector>

namespace {

struct Random {
    unsigned long long state;
    unsigned next() {
        state = state * 6364136223846793005ull + 1442695040888963407ull;
        return (unsigned)(state >> 33);
    }
    int below(int limit) { return (int)(next() % (unsigned)limit); }
    float value() { return (float)next() * 0x1p-30f - 1.0f; }
    std::vector<float> values(size_t count) {
        std::vector<float> all(count);
        for (float &one : all) one = value();
        return all;
    }
};

struct Shape {
    const char *kernel;
    int depth, columns, tile, total_depth, stride, held, dilation, words;
};

/// A layer of that shape at so many rows a latent step, with random streams.
void run(const Shape &shape, int rate, Random &random) {
    std::vector<snac_lane> lanes(1 + random.below(4));
    std::vector<std::vector<float>> remembered;
    std::vector<int> lane_of_step;
    const bool is_features = std::strncmp(shape.kernel, "features", 8) == 0;
    for (size_t i = 0; i < lanes.size(); i++) {
        snac_lane &lane = lanes[i];
        lane = {};
        lane.first = (int)lane_of_step.size();
        lane.count = 2 * (1 + random.below(5));
        lane.time = random.below(40);
        lane.end = random.below(2) ? lane.time + random.below(lane.count) : SNAC_NO_END;
        lane.seed = random.next();
        lane.has_noise = random.below(2);
        lane.is_fresh = random.below(2);
        for (int half = 0; half < 2; half++)
            remembered.push_back(random.values((size_t)shape.held * shape.depth));
        lane_of_step.insert(lane_of_step.end(), lane.count, (int)i);
    }
    for (size_t i = 0; i < lanes.size(); i++) {
        lanes[i].before = remembered[2 * i].data();
        lanes[i].after = remembered[2 * i + 1].data();
    }
    const size_t steps = lane_of_step.size(), rows = steps * (size_t)rate;
    std::vector<unsigned short> codes(3 * steps);
    for (unsigned short &code : codes) code = (unsigned short)random.below(10);
    const snac_batch batch = {(int)steps, (int)lanes.size(), lanes.data(), lane_of_step.data(),
                              codes.data()};

    const std::vector<float> in = random.values(is_features ? 0 : rows * shape.depth);
    std::vector<float> out(rows * shape.columns);
    const std::vector<float> weights =
        random.values((size_t)shape.total_depth * shape.columns * shape.words / SNAC_TILE_DEPTH);
    const std::vector<float> bias = random.values(shape.columns);
    const std::vector<float> taps = random.values(8 * shape.depth);
    const std::vector<float> before = random.values(2 * shape.depth),
                             after = random.values(2 * shape.depth);
    const std::vector<float> codebook = random.values(10 * 8);
    snac_layer layer = {};
    layer.batch = &batch;
    layer.in = in.data();
    layer.out = out.data();
    layer.weights = weights.data();
    layer.bias = bias.data();
    layer.taps = taps.data();
    layer.snake_before = before.data();
    layer.snake_after = after.data();
    for (const float *&book : layer.codebook) book = codebook.data();
    layer.code_floats = 8;
    layer.depth = shape.depth;
    layer.columns = shape.columns;
    layer.rate = rate;
    layer.delay = random.below(20);
    layer.dilation = shape.dilation;
    layer.stride = shape.stride;
    layer.held = shape.held;

    const int least = SNAC_LEAST_STEPS * rate;
    const int streams = shape.held > 1 && least < SNAC_TILE_ROWS ? SNAC_TILE_ROWS / least : 1;
    const int slots = SNAC_TILE_ROWS + (shape.held > 1 ? streams * shape.held : 0);
    const size_t shared =
        SNAC_ROWS_BYTES +
        4 * (shape.tile ? SNAC_TILE_ROWS * (shape.words + SNAC_OPERAND_PADDING) +
                              2 * shape.words * (shape.tile + SNAC_WEIGHT_PADDING) +
                              slots * SNAC_TILE_DEPTH
                        : SNAC_TILE_ROWS * SNAC_PARTIAL_STRIDE + slots * SNAC_TILE_DEPTH);
    // A bucket is larger than what is in it.
    const int tiles = (int)(rows / SNAC_TILE_ROWS) + 2;
    if (!emulated_cuda_launch(shape.kernel, tiles, shape.tile ? shape.columns / shape.tile : 1,
                              shared, &layer)) {
        std::printf("there is no kernel %s\n", shape.kernel);
        std::exit(1);
    }
}

} // namespace

int main(int count, char **arguments) {
    Random random = {count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1};
    const int floats = SNAC_TILE_DEPTH, pairs = SNAC_TILE_DEPTH / 2;
    const Shape shapes[] = {
        {"features_exact_64", 32, 64, 64, 32, 1, 0, 1, floats},
        {"features_exact_128", 32, 128, 128, 32, 1, 0, 1, floats},
        {"head_exact_128", 64, 128, 128, 64, 1, 6, 1, floats},
        {"head_bf16_64", 64, 64, 64, 64, 1, 6, 1, pairs},
        {"upsampling_exact_128", 64, 512, 128, 128, 8, 1, 1, floats},
        {"upsampling_bf16_128", 64, 128, 128, 128, 2, 1, 1, pairs},
        {"noise_exact_64", 64, 64, 64, 64, 1, 0, 1, floats},
        {"noise_bf16_128", 128, 128, 128, 128, 1, 0, 1, pairs},
        {"unit_exact_64", 64, 64, 64, 64, 1, 6, 1, floats},
        {"unit_exact_128", 128, 128, 128, 128, 1, 54, 9, floats},
        {"unit_bf16_64", 64, 64, 64, 64, 1, 18, 3, pairs},
        {"tail", 64, 1, 0, 7 * 64, 1, 6, 1, floats},
    };
    for (const Shape &shape : shapes) {
        const bool is_latent = shape.kernel[0] == 'f' || shape.kernel[0] == 'h';
        for (int round = 0; round < 4; round++) {
            const int rates[] = {8, 64, 256};
            run(shape, is_latent ? 1 : rates[round % 3], random);
        }
    }
    float sum = 0;
    for (int i = 0; i < 100000; i++)
        sum += noise(random.next() * 0x100000001ull, (unsigned)random.below(4),
                     (long long)random.next() - 0x40000000);
    std::printf("%zu kernels, and draws with a mean of %.3f\n", sizeof shapes / sizeof shapes[0],
                sum / 100000);
}
