import CSNACKernels

/// `x + pointwise(snake(depthwise(snake(x))))`, delayed as the depthwise convolution is.
struct ResidualUnit: Sendable {
    private let depthwise: DepthwiseConvolution
    private let pointwise: Matrix
    private let skip: SkipRing

    var delay: Int { depthwise.delay }

    init(
        _ checkpoint: Checkpoint, _ key: String, channels: Int, dilation: Int, _ kernels: Kernels,
        layout: inout CacheLayout
    ) throws(CheckpointError) {
        depthwise = DepthwiseConvolution(
            before: Snake(try checkpoint.tensor("\(key).block.0.alpha", [1, channels, 1])),
            weight: try checkpoint.weight("\(key).block.1", [channels, 1, 7]),
            bias: try checkpoint.tensor("\(key).block.1.bias", [channels]), dilation: dilation,
            after: Snake(try checkpoint.tensor("\(key).block.2.alpha", [1, channels, 1])),
            layout: &layout)
        pointwise = Matrix(
            pointwise: try checkpoint.weight("\(key).block.3", [channels, channels, 1]),
            bias: try checkpoint.tensor("\(key).block.3.bias", [channels]).values, kernels)
        skip = SkipRing(delay: depthwise.delay, channels: depthwise.channels, layout: &layout)
    }

    func needs(rows: Int) -> ScratchNeeds { ScratchNeeds(operands: rows * depthwise.channels) }

    /// Writes as many rows as it gets to `output`, which must not be where `x` lies.
    func apply(
        _ x: Batch, to output: UnsafeMutablePointer<Float>, rate: Int, _ work: Workspace
    ) -> Batch {
        let lanes = depthwise.apply(x, to: work.operands, work.kernels)
        var runs: [snac_run] = []
        runs.reserveCapacity(3 * lanes.count)
        x.forEachLane { lane, rows, first in
            var row = first
            skip.forEachSegment(of: lane, rows) { count, old in
                var run = pointwise.run(
                    count, from: work.operands.at(row * x.channels),
                    to: output + row * x.channels)
                run.skip = old
                run.skip_stride = x.channels
                runs.append(run)
                row += count
            }
        }
        pointwise.apply(runs)
        x.forEachLane { lane, rows, _ in skip.remember(lane, rows) }

        let result = Batch(base: output, channels: x.channels, lanes: lanes)
        result.clearOutside(rate: rate)
        return result
    }
}
