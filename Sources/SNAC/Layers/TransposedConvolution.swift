import CSNACKernels

/// Snake and a transposed convolution of kernel `2 stride` and padding `stride / 2`.
///
/// With that kernel an output is touched by two inputs only, so the layer is one matrix product
/// without overlap-add: the row [u(i-1), u(i)] gives `stride` rows of output, `stride / 2` steps
/// late.
struct TransposedConvolution: Sendable {
    let stride: Int
    let inputChannels: Int
    let outputChannels: Int
    private let snake: Snake
    private let matrix: Matrix
    /// Where the last row of input lies in a stream's caches.
    private let cache: Int

    /// `weight` is [Cin, Cout, 2 stride].
    init(
        snake: Snake, weight: Tensor, bias: Tensor, stride: Int, _ kernels: Kernels,
        layout: inout CacheLayout
    ) {
        let (realIn, realOut) = (weight.shape[0], weight.shape[1])
        let (cin, cout) = (Kernels.padded(realIn), Kernels.padded(realOut))
        self.snake = snake
        self.stride = stride
        inputChannels = cin
        outputChannels = cout
        let padding = [Float](repeating: 0, count: cout - realOut)
        let repeated = (0..<stride).flatMap { _ in bias.values + padding }
        matrix = Matrix(inputs: 2 * cin, outputs: stride * cout, bias: repeated, kernels) {
            input, output in
            let (channel, phase) = (output % cout, output / cout)
            guard input % cin < realIn, channel < realOut else { return 0 }
            let tap = input < cin ? phase + stride : phase
            return weight.values[((input % cin) * realOut + channel) * 2 * stride + tap]
        }
        cache = layout.reserve(cin)
    }

    /// Every lane may be a row long, and has a row before it.
    func needs(rows: Int) -> ScratchNeeds { ScratchNeeds(operands: 2 * rows * inputChannels) }

    /// Writes `stride` rows of output for each row of input.
    func apply(
        _ x: Batch, to output: UnsafeMutablePointer<Float>, rate: Int, _ work: Workspace
    ) -> Batch {
        var runs: [snac_run] = []
        runs.reserveCapacity(x.lanes.count)
        var used = 0
        x.forEachLane { lane, rows, first in
            let cached = lane.state.caches.base + cache
            let input = work.operands.at(used * inputChannels)
            snake.activate(cached, count: 1, to: input, work.kernels)
            snake.activate(
                rows, count: lane.count, to: work.operands.at((used + 1) * inputChannels),
                work.kernels)
            cached.update(from: rows + (lane.count - 1) * inputChannels, count: inputChannels)
            runs.append(
                matrix.run(
                    lane.count, from: input, stride: inputChannels,
                    to: output + first * matrix.outputs))
            used += 1 + lane.count
        }
        matrix.apply(runs)
        let result = Batch(
            base: output, channels: outputChannels,
            lanes: x.lanes.map { lane in
                var lane = lane
                lane.time = lane.time * stride - stride / 2
                lane.count *= stride
                return lane
            })
        result.clearOutside(rate: rate)
        return result
    }
}
