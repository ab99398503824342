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

    let sliceRows = 512
    var outputFloats: Int { sliceRows }
    var needs: ScratchNeeds { ScratchNeeds(rows: (Self.taps - 1 + sliceRows) * channels) }

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
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch {
        let held = (Self.taps - 1) * channels
        let window = work.first.base
        input.forEachLane { lane, rows, first in
            let cached = lane.state.caches.base + cache
            window.update(from: cached, count: held)
            snake.apply(rows, count: lane.count, to: window + held, work.kernels)
            cached.update(from: window + lane.count * channels, count: held)
            work.kernels.table.pointee.project(
                weights.base, bias, Self.taps * channels, channels, lane.count, window,
                output + first)
        }
        return Batch(
            base: output, channels: 1, lanes: input.lanes.map { $0.delayed(by: Self.taps / 2) })
    }
}
