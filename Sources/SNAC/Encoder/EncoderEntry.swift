import CSNACKernels

/// A convolution of kernel 7 from one channel. Samples lie one after another, so the window of each
/// is a row of the product.
struct EncoderEntry: Stage {
    private static let taps = 7
    private let matrix: Matrix
    /// Where the last six samples lie in a stream's caches.
    private let cache: Int
    let sliceRows = 2048

    var outputFloats: Int { sliceRows * matrix.outputs }
    var needs: ScratchNeeds { ScratchNeeds(input: Self.taps - 1 + sliceRows) }
    var delay: Int { Self.taps / 2 }

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let channels = configuration.encoderDim
        let weight = try checkpoint.weight("encoder.block.0", [channels, 1, Self.taps])
        matrix = Matrix(
            inputs: Self.taps, outputs: Kernels.padded(channels),
            bias: try checkpoint.tensor("encoder.block.0.bias", [channels]).values
        ) { $1 < channels ? weight.values[$1 * Self.taps + $0] : 0 }
        cache = layout.reserve(Self.taps - 1)
    }

    func apply(
        _ input: Rows, to output: UnsafeMutablePointer<Float>, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        let cached = state.caches.base + cache
        let window = work.input.base
        window.update(from: cached, count: Self.taps - 1)
        (window + Self.taps - 1).update(from: input.base, count: input.count)
        cached.update(from: window + input.count, count: Self.taps - 1)
        matrix.apply([matrix.run(input.count, from: window, stride: 1, to: output)], work.kernels)
        let result = Rows(
            base: output, count: input.count, channels: matrix.outputs, time: input.time - delay)
        result.clear(outside: state.valid(rate: SNACFrame.samplesPerStep))
        return result
    }
}
