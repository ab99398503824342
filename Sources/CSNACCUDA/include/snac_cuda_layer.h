/// What host and device agree on. NVRTC reads this file too: no header of the C library.
#ifndef SNAC_CUDA_LAYER_H
#define SNAC_CUDA_LAYER_H

/// Rows and threads of a block.
#define SNAC_TILE_ROWS 64
#define SNAC_BLOCK_THREADS 128
/// Channels of a row that a block works on at once: all channels are padded to a multiple of it.
#define SNAC_TILE_DEPTH 32
/// Every stream in a batch brings at least so many latent steps, a half frame.
#define SNAC_LEAST_STEPS 2
/// `end` of an utterance whose end is not known.
#define SNAC_NO_END 0x7fffffffffffffff

/// Bytes of a block's shared memory in which it keeps whose its rows are.
#define SNAC_ROWS_BYTES 4608
/// Most rows that a tile stages: 64, and 54 remembered ones for each of four streams.
#define SNAC_MOST_SLOTS 280
/// Words between two rows of operands, of weights and of partial sums in shared memory, so that the
/// threads of a warp read from different banks.
#define SNAC_OPERAND_PADDING 4
#define SNAC_WEIGHT_PADDING 8
#define SNAC_PARTIAL_STRIDE 33

/// One stream's part of a batch. Its rows lie together in every layer, stream after stream.
typedef struct {
    /// Latent steps of the streams before it.
    int first;
    /// Its own latent steps, those of zeros behind its end included: an even number above 0.
    int count;
    /// The first one's time and the utterance's end, in latent steps from the utterance's start.
    long long time, end;
    unsigned long long seed;
    /// Whether noise is drawn, and whether this is the stream's first step: what its layers
    /// remember is then zeros, wherever that lies.
    int has_noise, is_fresh;
    /// What its layers remember, before and after this batch: floats on the device.
    const float *before;
    float *after;
} snac_lane;

/// A batch as it lies on the device.
typedef struct {
    int steps, lanes;
    const snac_lane *lane;
    /// The place of a latent step's stream among the lanes.
    const int *lane_of_step;
    /// Three codes a latent step, coarse to fine; anything behind a stream's end.
    const unsigned short *codes;
} snac_batch;

/// One launch: a layer, or a few that are computed together. Rows are channels-last floats.
typedef struct {
    const snac_batch *batch;
    const float *in; // `depth` floats a row
    float *out; // `columns` floats a row
    /// `depth` x `columns` (twice the depth for an upsampling), row-major: floats, or pairs of
    /// bfloat16 of two successive rows where products multiply those.
    const void *weights;
    const float *bias; // one a column
    /// A depthwise convolution: eight rows of `depth` floats, the taps from the oldest on, the
    /// bias.
    const float *taps;
    /// Snakes before and after it (before an upsampling, before the tail): a row of turns
    /// (alpha / pi) and one of reciprocals (1 / (alpha + 1e-9)).
    const float *snake_before, *snake_after;
    /// Codebooks, coarse to fine, with vectors of `code_floats` floats.
    const float *codebook[3];
    int code_floats;
    int depth, columns;
    /// Rows of input a latent step, and by how many of them they are late.
    int rate;
    long long delay;
    int dilation;
    /// Rows of output that an upsampling makes of one.
    int stride;
    /// Whose noise it is.
    int block;
    /// Rows that the layer remembers of its input, and where among a stream's floats.
    int held;
    long long history;
} snac_layer;

#endif
