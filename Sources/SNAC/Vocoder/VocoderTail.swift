import CSNACKernels

/// Snake, a convolution to one channel, tanh: rows of one sample.
struct VocoderTail: Stage {
    private static let taps = 7
    private let snake: Snake
    private let weights: Constants
    private let bias: Float
    private let channels: Int
    /// Where the last six rows of input lie in a stream's caches.
    private let cache: Int

    var sliceRows: Int { max(64, Self.activationBudget / channels) }
    var outputFloats: Int { sliceRows }
    var needs: ScratchNeeds { ScratchNeeds(input: (Self.taps - 1 + sliceRows) * channels) }

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, layout: inout CacheLayout
    ) throws(CheckpointError) {
        let real = configuration.decoderDim >> configuration.decoderRates.count
        let channels = Kernels.padded(real)
        self.channels = channels
        snake = Snake(try checkpoint.tensor("decoder.model.6.alpha", [1, real, 1]))
        let weight = try checkpoint.weight("decoder.model.7", [1, real, Self.taps])
        weights = Constants(count: Self.taps * channels) { weights in
            for channel in 0..<real {
                for tap in 0..<Self.taps {
                    weights[tap * channels + channel] = weight.values[channel * Self.taps + tap]
                }
            }
        }
        bias = try checkpoint.tensor("decoder.model.7.bias", [1]).values[0]
        cache = layout.reserve((Self.taps - 1) * channels)
    }

    func apply(
        _ input: Rows, to output: UnsafeMutablePointer<Float>, _ state: StreamState,
        _ work: Workspace
    ) -> Rows {
        let held = (Self.taps - 1) * channels
        let cached = state.caches.base + cache
        let rows = work.input.base
        rows.update(from: cached, count: held)
        snake.apply(input, to: rows + held, work.kernels)
        cached.update(from: rows + input.count * channels, count: held)
        work.kernels.table.pointee.project(
            weights.base, bias, Self.taps * channels, channels, input.count, rows, output)
        return Rows(
            base: output, count: input.count, channels: 1, time: input.time - Self.taps / 2)
    }
}
