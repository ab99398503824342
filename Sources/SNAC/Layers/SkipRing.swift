/// The last `delay` rows of a layer's input, each at its time modulo `delay`: what a residual unit
/// adds to its output.
struct SkipRing: Sendable {
    private let delay: Int
    private let channels: Int
    /// Where the ring lies in a stream's caches.
    private let place: Int

    init(delay: Int, channels: Int, layout: inout CacheLayout) {
        self.delay = delay
        self.channels = channels
        place = layout.reserve(delay * channels)
    }

    /// The rows of `delay` steps before the lane's, in runs of rows that lie together: remembered
    /// ones first, then the lane's own.
    func forEachSegment(
        of lane: Lane, _ rows: UnsafePointer<Float>, _ body: (Int, UnsafePointer<Float>) -> Void
    ) {
        let ring = UnsafePointer(lane.state.caches.base + place)
        let old = min(delay, lane.count)
        let slot = lane.time.modulo(delay)
        let upper = min(old, delay - slot)
        body(upper, ring + slot * channels)
        if old > upper { body(old - upper, ring) }
        if lane.count > old { body(lane.count - old, rows) }
    }

    /// Puts the lane's newest rows in place of the oldest.
    func remember(_ lane: Lane, _ rows: UnsafePointer<Float>) {
        let ring = lane.state.caches.base + place
        let kept = min(delay, lane.count)
        let first = lane.count - kept
        let slot = (lane.time + first).modulo(delay)
        let upper = min(kept, delay - slot)
        (ring + slot * channels).update(from: rows + first * channels, count: upper * channels)
        ring.update(from: rows + (first + upper) * channels, count: (kept - upper) * channels)
    }
}
