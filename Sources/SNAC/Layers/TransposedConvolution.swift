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
    init(snake: Snake, weight: Tensor, bias: Tensor, stride: Int, layout: inout CacheLayout) {
        let (realIn, realOut) = (weight.shape[0], weight.shape[1])
        let (cin, cout) = (Kernels.padded(realIn), Kernels.padded(realOut))
        self.snake = snake
        self.stride = stride
        inputChannels = cin
        outputChannels = cout
        let padding = [Float](repeating: 0, count: cout - realOut)
        let repeated = (0..<stride).flatMap { _ in bias.values + padding }
        matrix = Matrix(inputs: 2 * cin, outputs: stride * cout, bias: repeated) { input, output in
            let (channel, phase) = (output % cout, output / cout)
            guard input % cin < realIn, channel < realOut else { return 0 }
            let tap = input < cin ? phase + stride : phase
            return weight.values[((input % cin) * realOut + channel) * 2 * stride + tap]
        }
        cache = layout.reserve(cin)
    }

    func needs(rows: Int) -> ScratchNeeds {
        ScratchNeeds(input: (1 + rows) * inputChannels, rows: stride * rows * outputChannels)
    }

    /// Writes `stride` rows of output for each row of input.
    func apply(
        _ x: Rows, to output: UnsafeMutablePointer<Float>, rate: Int, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        let cached = state.caches.base + cache
        let input = work.input.base
        input.update(from: cached, count: inputChannels)
        snake.apply(x, to: input + inputChannels, work.kernels)
        cached.update(from: input + x.count * inputChannels, count: inputChannels)
        matrix.apply(
            [matrix.run(x.count, from: input, stride: inputChannels, to: output)], work.kernels)
        let result = Rows(
            base: output, count: x.count * stride, channels: outputChannels,
            time: x.time * stride - stride / 2)
        result.clear(outside: state.valid(rate: rate))
        return result
    }
}
