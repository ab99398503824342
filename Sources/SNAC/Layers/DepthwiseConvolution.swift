import CSNACKernels

/// Seven taps a channel, `dilation` steps apart, between two activations or none. Its output lags
/// `3 dilation` steps behind.
struct DepthwiseConvolution: Sendable {
    let channels: Int
    let dilation: Int
    private let parameters: FilterParameters
    /// Where the ring of the last rows lies in a stream's caches: each at its time modulo `slots`.
    private let ring: Int
    private var slots: Int { 6 * dilation + 1 }

    var delay: Int { 3 * dilation }

    /// `weight` is [C, 1, 7].
    init(
        before: Snake? = nil, weight: Tensor, bias: Tensor, dilation: Int, after: Snake? = nil,
        layout: inout CacheLayout
    ) {
        let channels = Kernels.padded(weight.shape[0])
        self.channels = channels
        self.dilation = dilation
        parameters = FilterParameters(
            before: before, weight: weight, bias: bias, dilation: dilation, after: after)
        ring = layout.reserve((6 * dilation + 1) * channels)
    }

    /// Filters all rows of a batch to operands, row after row. The lanes of what comes out.
    func apply(_ batch: Batch, to output: OperandBuffer, _ kernels: Kernels) -> [Lane] {
        batch.forEachLane { lane, rows, first in
            kernels.table.pointee.filter(
                parameters.base, lane.state.caches.base + ring, lane.time.modulo(slots),
                lane.count, rows, output.at(first * channels))
        }
        return batch.lanes.map { $0.delayed(by: delay) }
    }
}
