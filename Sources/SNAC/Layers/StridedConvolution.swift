import CSNACKernels

/// Snake and a convolution of kernel `2 stride`, stride `stride` and padding `stride / 2`.
///
/// Rows are channels-last, so a window of `2 stride` rows is one row of the product. The layer
/// takes a multiple of `stride` rows and gives one for each `stride`.
struct StridedConvolution: Sendable {
    let stride: Int
    let inputChannels: Int
    let outputChannels: Int
    private let snake: Snake
    private let matrix: Matrix
    /// Rows of input before the first one of a call, `stride ..< 2 stride` of them.
    private let history: Int
    private let cache: Int
    /// Steps by which the input lags.
    private let inputDelay: Int
    /// Steps by which the output lags.
    let delay: Int

    /// `weight` is [Cout, Cin, 2 stride]. `inputDelay` is by how many steps the input lags already:
    /// windows begin at multiples of the stride in the signal's time, not in the call's.
    init(
        snake: Snake, weight: Tensor, bias: Tensor, stride: Int, inputDelay: Int,
        _ kernels: Kernels, layout: inout CacheLayout
    ) {
        let (realOut, realIn) = (weight.shape[0], weight.shape[1])
        let (cin, cout) = (Kernels.padded(realIn), Kernels.padded(realOut))
        self.snake = snake
        self.stride = stride
        self.inputDelay = inputDelay
        inputChannels = cin
        outputChannels = cout
        matrix = Matrix(inputs: 2 * stride * cin, outputs: cout, bias: bias.values, kernels) {
            input, output in
            let (tap, channel) = (input / cin, input % cin)
            guard channel < realIn, output < realOut else { return 0 }
            return weight.values[(output * realIn + channel) * 2 * stride + tap]
        }
        // Output j needs input up to j stride + 3/2 stride - 1, which comes `inputDelay` late.
        let lag = (inputDelay + stride + stride / 2 + stride - 1) / stride
        delay = lag - 1
        history = (lag - 1) * stride + stride / 2 - inputDelay
        cache = layout.reserve(history * cin)
    }

    func needs(rows: Int) -> ScratchNeeds {
        ScratchNeeds(operands: (history + rows) * inputChannels)
    }

    /// Writes a row of output for each `stride` rows of a batch of one lane.
    func apply(
        _ x: Batch, to output: UnsafeMutablePointer<Float>, rate: Int, _ work: Workspace
    ) -> Batch {
        precondition(x.lanes.count == 1 && x.count % stride == 0, "one lane of whole strides")
        let lane = x.lanes[0]
        let cached = lane.state.caches.base + cache
        let input = work.operands
        snake.activate(cached, count: history, to: input.base, work.kernels)
        snake.activate(
            x.base, count: lane.count, to: input.at(history * inputChannels), work.kernels)
        remember(x.base, lane.count, cached)
        let count = lane.count / stride
        matrix.apply([
            matrix.run(count, from: input.base, stride: stride * inputChannels, to: output)
        ])
        var result = lane
        result.time = (lane.time + inputDelay) / stride - delay
        result.count = count
        let batch = Batch(base: output, channels: outputChannels, lanes: [result])
        batch.clearOutside(rate: rate)
        return batch
    }

    /// Keeps the newest rows of input.
    private func remember(
        _ rows: UnsafePointer<Float>, _ count: Int, _ cached: UnsafeMutablePointer<Float>
    ) {
        let kept = max(0, history - count)
        cached.update(
            from: cached + (history - kept) * inputChannels, count: kept * inputChannels)
        let new = history - kept
        (cached + kept * inputChannels).update(
            from: rows + (count - new) * inputChannels, count: new * inputChannels)
    }
}
