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
        layout: inout CacheLayout
    ) {
        let (realOut, realIn) = (weight.shape[0], weight.shape[1])
        let (cin, cout) = (Kernels.padded(realIn), Kernels.padded(realOut))
        self.snake = snake
        self.stride = stride
        self.inputDelay = inputDelay
        inputChannels = cin
        outputChannels = cout
        matrix = Matrix(inputs: 2 * stride * cin, outputs: cout, bias: bias.values) {
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
        ScratchNeeds(
            input: (history + rows) * inputChannels, rows: rows / stride * outputChannels)
    }

    func apply(
        _ x: Rows, to output: UnsafeMutablePointer<Float>, rate: Int, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        precondition(x.count % stride == 0, "a slice must hold whole strides")
        let held = history * inputChannels
        let cached = state.caches.base + cache
        let input = work.input.base
        input.update(from: cached, count: held)
        snake.apply(x, to: input + held, work.kernels)
        cached.update(from: input + x.count * inputChannels, count: held)
        let count = x.count / stride
        matrix.apply(
            [matrix.run(count, from: input, stride: stride * inputChannels, to: output)],
            work.kernels)
        let result = Rows(
            base: output, count: count, channels: outputChannels,
            time: (x.time + inputDelay) / stride - delay)
        result.clear(outside: state.valid(rate: rate))
        return result
    }
}
