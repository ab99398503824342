import CSNACKernels

/// A convolution of kernel 7 from one channel. Samples lie one after another, so the window of each
/// is a row of the product.
struct EncoderEntry: Stage {
    private static let taps = 7
    private let matrix: Matrix
    private let kernels: Kernels
    /// Where the last six samples lie in a stream's caches.
    private let cache: Int
    let sliceRows = EncoderSlices.samples

    var outputFloats: Int { sliceRows * matrix.outputs }
    var needs: ScratchNeeds { ScratchNeeds(operands: Self.taps - 1 + sliceRows) }
    var delay: Int { Self.taps / 2 }

    /// `kernels` multiply floats: samples are the product's operands as they are.
    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, _ kernels: Kernels,
        layout: inout CacheLayout
    ) throws(CheckpointError) {
        let channels = configuration.encoderDim
        let weight = try checkpoint.weight("encoder.block.0", [channels, 1, Self.taps])
        self.kernels = kernels
        matrix = Matrix(
            inputs: Self.taps, outputs: Kernels.padded(channels),
            bias: try checkpoint.tensor("encoder.block.0.bias", [channels]).values, kernels
        ) { $1 < channels ? weight.values[$1 * Self.taps + $0] : 0 }
        cache = layout.reserve(Self.taps - 1)
    }

    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        let lane = input.lanes[0]
        let cached = lane.state.caches.base + cache
        let window = work.operands.base.assumingMemoryBound(to: Float.self)
        window.update(from: cached, count: Self.taps - 1)
        (window + Self.taps - 1).update(from: input.base, count: lane.count)
        cached.update(from: window + lane.count, count: Self.taps - 1)
        matrix.apply([matrix.run(lane.count, from: window, stride: 1, to: output)])
        let result = Batch(
            base: output, channels: matrix.outputs, lanes: [lane.delayed(by: delay)])
        result.clearOutside(rate: SNACFrame.samplesPerStep)
        return result
    }
}
