import CSNACKernels

/// `x + pointwise(snake(depthwise(snake(x))))`, delayed as the depthwise convolution is.
struct ResidualUnit: Sendable {
    private let outer: Snake
    private let depthwise: DepthwiseConvolution
    private let inner: Snake
    private let pointwise: Matrix
    /// Where the last `delay` rows of x lie in a stream's caches.
    private let cache: Int

    var delay: Int { depthwise.delay }

    init(
        _ checkpoint: Checkpoint, _ key: String, channels: Int, dilation: Int,
        layout: inout CacheLayout
    ) throws(CheckpointError) {
        outer = Snake(try checkpoint.tensor("\(key).block.0.alpha", [1, channels, 1]))
        depthwise = DepthwiseConvolution(
            weight: try checkpoint.weight("\(key).block.1", [channels, 1, 7]),
            bias: try checkpoint.tensor("\(key).block.1.bias", [channels]), dilation: dilation,
            layout: &layout)
        inner = Snake(try checkpoint.tensor("\(key).block.2.alpha", [1, channels, 1]))
        pointwise = Matrix(
            pointwise: try checkpoint.weight("\(key).block.3", [channels, channels, 1]),
            bias: try checkpoint.tensor("\(key).block.3.bias", [channels]).values)
        cache = layout.reserve(3 * dilation * Kernels.padded(channels))
    }

    func needs(rows: Int) -> ScratchNeeds { depthwise.needs(rows: rows) }

    /// Writes as many rows as it gets to `output`, which must not be where `x` lies.
    func apply(
        _ x: Rows, to output: UnsafeMutablePointer<Float>, rate: Int, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        let filtered = depthwise.apply(x, snake: inner, state, work) {
            outer.apply(x, to: $0, work.kernels)
        }
        // x of `delay` rows ago: the cached rows first, then x itself.
        let cached = state.caches.base + cache
        let old = min(delay, x.count)
        var early = pointwise.run(old, from: filtered.base, to: output)
        early.skip = UnsafePointer(cached)
        early.skip_stride = x.channels
        var late = pointwise.run(
            x.count - old, from: filtered.base + old * x.channels, to: output + old * x.channels)
        late.skip = UnsafePointer(x.base)
        late.skip_stride = x.channels
        pointwise.apply([early, late], work.kernels)
        remember(x, old, cached)

        let result = Rows(base: output, count: x.count, channels: x.channels, time: filtered.time)
        result.clear(outside: state.valid(rate: rate))
        return result
    }

    /// Drops the `old` oldest cached rows and adds the newest of x.
    private func remember(_ x: Rows, _ old: Int, _ cached: UnsafeMutablePointer<Float>) {
        let kept = delay - old
        cached.update(from: cached + old * x.channels, count: kept * x.channels)
        (cached + kept * x.channels).update(
            from: x.base + (x.count - old) * x.channels, count: old * x.channels)
    }
}
