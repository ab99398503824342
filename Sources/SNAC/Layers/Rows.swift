/// Consecutive time steps of one layer, channels-last: `count` rows of `channels` floats, of which
/// the first belongs to the step `time` (counted in the layer's own rate).
struct Rows {
    var base: UnsafeMutablePointer<Float>
    var count: Int
    /// Floats a row, padding included.
    var channels: Int
    var time: Int

    func dropFirst(_ rows: Int, keeping limit: Int) -> Rows {
        Rows(
            base: base + rows * channels, count: min(limit, count - rows), channels: channels,
            time: time + rows)
    }

    /// Zeroes rows that lie outside of the signal: the reference pads every layer with zeros there.
    func clear(outside valid: Range<Int>) {
        let kept = valid.clamped(to: time..<time + count)
        let (before, end) = (kept.lowerBound - time, kept.upperBound - time)
        base.update(repeating: 0, count: before * channels)
        (base + end * channels).update(repeating: 0, count: (count - end) * channels)
    }
}
