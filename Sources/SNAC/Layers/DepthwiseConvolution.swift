import CSNACKernels

/// Seven taps a channel, `dilation` steps apart. Its output lags `3 dilation` steps behind.
struct DepthwiseConvolution: Sendable {
    let channels: Int
    let dilation: Int
    private let taps: Constants
    private let bias: Constants
    /// Where the last `history` rows of input lie in a stream's caches.
    private let cache: Int

    /// Rows of input before the first one of a call.
    var history: Int { 6 * dilation }
    var delay: Int { 3 * dilation }

    /// `weight` is [C, 1, 7].
    init(weight: Tensor, bias: Tensor, dilation: Int, layout: inout CacheLayout) {
        let real = weight.shape[0]
        let channels = Kernels.padded(real)
        self.channels = channels
        self.dilation = dilation
        taps = Constants(count: 7 * channels) { taps in
            for channel in 0..<real {
                for tap in 0..<7 {
                    taps[tap * channels + channel] = weight.values[channel * 7 + tap]
                }
            }
        }
        self.bias = Constants(bias.values, paddedTo: channels)
        cache = layout.reserve(6 * dilation * channels)
    }

    func needs(rows: Int) -> ScratchNeeds {
        ScratchNeeds(input: (history + rows) * channels, rows: rows * channels)
    }

    /// Filters what `fill` writes (as many rows as `rows`, which may be those themselves), then
    /// applies `snake`. The result lies in the workspace until the next convolution.
    func apply(
        _ rows: Rows, snake: Snake?, _ state: StreamState, _ work: Workspace,
        fill: (UnsafeMutablePointer<Float>) -> Void
    ) -> Rows {
        let held = history * channels
        let cached = state.caches.base + cache
        let input = work.input.base
        input.update(from: cached, count: held)
        fill(input + held)
        let depthwise = work.kernels.table.pointee.depthwise
        if var parameters = snake?.parameters {
            depthwise(
                taps.base, bias.base, &parameters, channels, dilation, rows.count, input,
                work.filtered.base)
        } else {
            depthwise(
                taps.base, bias.base, nil, channels, dilation, rows.count, input,
                work.filtered.base)
        }
        cached.update(from: input + rows.count * channels, count: held)
        return Rows(
            base: work.filtered.base, count: rows.count, channels: channels,
            time: rows.time - delay)
    }
}
