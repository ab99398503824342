/// The second stage of the graph: latents to samples.
///
/// Streaming is exact: every layer keeps the rows that its window still needs, gives as many rows
/// as it gets and runs late by what it looks ahead. After n latent steps 512 n - 4757 samples are
/// out, and they are those of a decode of the whole, bit for bit.
public struct Vocoder: Sendable {
    /// Samples by which a stream's output lags behind its input.
    public static let delay = 4757
    /// Latent steps of zeros that bring the last samples out.
    package static let flushSteps =
        (delay + SNACFrame.samplesPerStep - 1) / SNACFrame.samplesPerStep

    /// Floats a latent step, padding included.
    let latentChannels: Int
    let layout: CacheLayout
    let pipeline: Pipeline

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, _ kernels: Kernels
    ) throws(CheckpointError) {
        var layout = CacheLayout()
        var stages: [any Stage] = [
            try VocoderHead(checkpoint, configuration, kernels, layout: &layout)
        ]
        var rate = 1
        for (index, stride) in configuration.decoderRates.enumerated() {
            rate *= stride
            stages.append(
                try VocoderUpsampling(
                    checkpoint, configuration, index: index, rate: rate, kernels, layout: &layout))
            stages.append(
                try VocoderBlock(
                    checkpoint, configuration, index: index, rate: rate, kernels, layout: &layout))
        }
        stages.append(try VocoderTail(checkpoint, configuration, layout: &layout))
        latentChannels = Kernels.padded(configuration.latentDim)
        pipeline = Pipeline(stages: stages)
        self.layout = layout
    }
}
