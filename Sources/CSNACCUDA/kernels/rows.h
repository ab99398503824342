// Which row is whose: a tile's rows, those before them that a convolution looks back to, and what a
// layer remembers for the next batch.
#pragma once
#include "grid.h"

/// What a block knows of its tile. It lies in shared memory.
struct TileRows {
    /// Where the row of a slot begins; null where it is zeros.
    const float *source[SNAC_MOST_SLOTS];
    /// The slot of a row of the tile.
    int slot[SNAC_TILE_ROWS];
    /// The row's place among its stream's rows in this batch, and its stream; -1 behind the last.
    int place[SNAC_TILE_ROWS], lane[SNAC_TILE_ROWS];
    /// The time of the row, and that of the utterance's end.
    long long time[SNAC_TILE_ROWS], end[SNAC_TILE_ROWS];
    /// What the row's product is multiplied with before it is added.
    float factor[SNAC_TILE_ROWS];
    /// Streams in the tile, and the first row of each.
    int lanes;
    int first[SNAC_TILE_ROWS / SNAC_LEAST_STEPS + 1];
};
static_assert(sizeof(TileRows) <= SNAC_ROWS_BYTES, "the host counts this much");

/// The row `place` of a stream's input, counted from its first one in this batch: below 0 it is
/// what the layer remembers. Null where it is zeros.
DEVICE const float *input_row(const snac_layer &layer, const snac_lane &lane, int place) {
    if (place >= 0)
        return layer.in + ((long long)lane.first * layer.rate + place) * layer.depth;
    if (lane.is_fresh) return nullptr;
    return lane.before + layer.history + (long long)(layer.held + place) * layer.depth;
}

/// Whether the tile has rows at all: launches are as large as a bucket of batches.
DEVICE bool tile_exists(const snac_layer &layer) {
    return (long long)block_row() * SNAC_TILE_ROWS < (long long)layer.batch->steps * layer.rate;
}

/// Finds the stream and the time of each row of the tile. A SYNC has to follow.
DEVICE void find_rows(const snac_layer &layer, TileRows &rows) {
    const snac_batch &batch = *layer.batch;
    const int total = batch.steps * layer.rate, start = block_row() * SNAC_TILE_ROWS;
    EACH_THREAD(thread) {
        for (int slot = thread; slot < SNAC_MOST_SLOTS; slot += SNAC_BLOCK_THREADS)
            rows.source[slot] = nullptr;
        if (thread < SNAC_TILE_ROWS) {
            const int row = start + thread;
            rows.slot[thread] = thread;
            rows.lane[thread] = -1;
            rows.time[thread] = rows.end[thread] = 0;
            rows.factor[thread] = 1;
            if (row < total) {
                const int index = batch.lane_of_step[row / layer.rate];
                const snac_lane &lane = batch.lane[index];
                const int place = row - lane.first * layer.rate;
                rows.lane[thread] = index;
                rows.place[thread] = place;
                rows.time[thread] = lane.time * layer.rate - layer.delay + place;
                rows.end[thread] = lane.end == SNAC_NO_END ? lane.end : lane.end * layer.rate;
                const int before = index - batch.lane_of_step[start / layer.rate];
                if (thread == 0 || place == 0) rows.first[before] = thread;
                if (thread == SNAC_TILE_ROWS - 1 || row == total - 1) rows.lanes = before + 1;
            }
        }
    }
}

/// Gives each row of the tile its slot, behind `held` slots of what precedes its stream's first row
/// here, and each slot its source. SYNCs have to stand before and after.
DEVICE void find_windows(const snac_layer &layer, TileRows &rows) {
    const snac_batch &batch = *layer.batch;
    const int held = layer.held;
    EACH_THREAD(thread) {
        if (thread < SNAC_TILE_ROWS && rows.lane[thread] >= 0) {
            const int before = rows.lane[thread] - rows.lane[0];
            const int slot = thread + (before + 1) * held;
            rows.slot[thread] = slot;
            rows.source[slot] =
                input_row(layer, batch.lane[rows.lane[thread]], rows.place[thread]);
        }
        for (int i = thread; i < rows.lanes * held; i += SNAC_BLOCK_THREADS) {
            const int which = i / held, back = i % held + 1, first = rows.first[which];
            rows.source[first + (which + 1) * held - back] =
                input_row(layer, batch.lane[rows.lane[first]], rows.place[first] - back);
        }
    }
}

/// Slots that a tile has now.
DEVICE int slot_count(const snac_layer &layer, const TileRows &rows) {
    return SNAC_TILE_ROWS + rows.lanes * layer.held;
}

DEVICE void copy_row(const float *from, float *to, int floats, int lane) {
    for (int i = 4 * lane; i < floats; i += 4 * 32)
        for (int j = 0; j < 4; j++) to[i + j] = from ? from[i + j] : 0.0f;
}

/// Writes the tile's share of what the layer remembers after this batch: the newest of its rows,
/// and with a stream's first row those of what it remembered that are still new enough.
DEVICE void remember(const snac_layer &layer, const TileRows &rows) {
    const snac_batch &batch = *layer.batch;
    EACH_THREAD(thread) {
        for (int m = thread / 32; m < SNAC_TILE_ROWS; m += SNAC_BLOCK_THREADS / 32) {
            if (rows.lane[m] < 0) continue;
            const snac_lane &lane = batch.lane[rows.lane[m]];
            float *const after = lane.after + layer.history;
            const int count = lane.count * layer.rate, oldest = count - layer.held;
            const int first = rows.place[m] == 0 && oldest < 0 ? oldest : rows.place[m];
            for (int place = first; place <= rows.place[m]; place++) {
                if (place < oldest) continue;
                copy_row(input_row(layer, lane, place),
                         after + (long long)(place - oldest) * layer.depth, layer.depth,
                         thread % 32);
            }
        }
    }
}

/// Whether a time belongs to the utterance; outside every layer's rows are zeros, as the reference
/// pads every layer.
DEVICE bool is_inside(long long time, long long end) { return time >= 0 && time < end; }
