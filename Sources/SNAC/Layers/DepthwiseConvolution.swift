import CSNACKernels

/// Seven taps a channel, `dilation` steps apart, between two activations or none. Its output lags
/// `3 dilation` steps behind.
struct DepthwiseConvolution: Sendable {
    let channels: Int
    let dilation: Int
    private let hasBefore: Bool
    private let hasAfter: Bool
    private let parameters: Constants
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
        hasBefore = before != nil
        hasAfter = after != nil
        let taps = (0..<7).map { tap in
            stride(from: tap, to: weight.values.count, by: 7).map { weight.values[$0] }
        }
        let snakes = [before, after].flatMap { [$0?.turns ?? [], $0?.reciprocal ?? []] }
        parameters = Self.interleave(taps + [bias.values] + snakes, channels: channels)
        ring = layout.reserve((6 * dilation + 1) * channels)
    }

    /// A vector of each row for every vector of channels, zeros where a row ends early.
    private static func interleave(_ rows: [[Float]], channels: Int) -> Constants {
        let width = Int(SNAC_VECTOR)
        return Constants(count: rows.count * channels) { parameters in
            for (index, row) in rows.enumerated() {
                for (channel, value) in row.enumerated() {
                    let vector = channel / width * rows.count + index
                    parameters[vector * width + channel % width] = value
                }
            }
        }
    }

    /// Filters all rows of a batch to operands, row after row. The lanes of what comes out.
    func apply(_ batch: Batch, to output: OperandBuffer, _ kernels: Kernels) -> [Lane] {
        var filter = snac_filter(
            channels: channels, dilation: dilation, before: hasBefore, after: hasAfter,
            parameters: parameters.base)
        batch.forEachLane { lane, rows, first in
            kernels.table.pointee.filter(
                &filter, lane.state.caches.base + ring, lane.time.modulo(slots),
                lane.count, rows, output.at(first * channels))
        }
        return batch.lanes.map { $0.delayed(by: delay) }
    }
}
