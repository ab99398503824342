/// Rows of several streams in one buffer, channels-last, lane after lane.
struct Batch {
    var base: UnsafeMutablePointer<Float>
    /// Floats a row, padding included.
    var channels: Int
    var lanes: [Lane]

    /// Rows of all lanes.
    var count: Int { lanes.reduce(0) { $0 + $1.count } }

    /// Each lane, its rows, and how many rows lie before them.
    func forEachLane(_ body: (Lane, UnsafeMutablePointer<Float>, Int) -> Void) {
        var first = 0
        for lane in lanes {
            body(lane, base + first * channels, first)
            first += lane.count
        }
    }

    /// Slices of at most `limit` rows, in order; lanes are cut and combined for it.
    func forEachSlice(_ limit: Int, _ body: (Batch) -> Void) {
        var slice = Batch(base: base, channels: channels, lanes: [])
        var room = limit
        func finish() {
            body(slice)
            slice.base += (limit - room) * channels
            slice.lanes.removeAll(keepingCapacity: true)
            room = limit
        }
        for lane in lanes {
            var rest = lane
            while rest.count > 0 {
                var part = rest
                part.count = min(room, rest.count)
                slice.lanes.append(part)
                room -= part.count
                rest.time += part.count
                rest.count -= part.count
                if room == 0 { finish() }
            }
        }
        if room < limit { finish() }
    }

    /// Zeroes rows that lie outside of their signal: the reference pads every layer with zeros
    /// there. `rate` is the layer's rows a latent step.
    func clearOutside(rate: Int) {
        forEachLane { lane, rows, _ in
            let kept = lane.state.valid(rate: rate).clamped(to: lane.time..<lane.time + lane.count)
            let (before, end) = (kept.lowerBound - lane.time, kept.upperBound - lane.time)
            rows.update(repeating: 0, count: before * channels)
            (rows + end * channels).update(repeating: 0, count: (lane.count - end) * channels)
        }
    }
}
