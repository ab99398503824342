/// Samples to codes: the same layers as the vocoder's, downwards, then the codebooks. Its kernels
/// multiply floats: a rounding that moves a sample by little may move a code.
struct Encoder: Sendable {
    private let latentDim: Int
    private let kernels: Kernels
    private let layout: CacheLayout
    private let pipeline: Pipeline
    private let quantizer: Quantizer
    /// Latent steps by which the pipeline's output lags.
    private let delay: Int

    init(
        _ checkpoint: Checkpoint, _ configuration: SNACConfiguration, _ kernels: Kernels
    ) throws(CheckpointError) {
        precondition(kernels.areExact)
        var layout = CacheLayout()
        let entry = try EncoderEntry(checkpoint, configuration, kernels, layout: &layout)
        var stages: [any Stage] = [entry]
        var (rate, delay) = (SNACFrame.samplesPerStep, entry.delay)
        for (index, stride) in configuration.encoderRates.enumerated() {
            let block = try EncoderBlock(
                checkpoint, configuration, index: index, rate: rate, inputDelay: delay, kernels,
                layout: &layout)
            stages.append(block)
            rate /= stride
            delay = block.delay
        }
        let tail = try EncoderTail(checkpoint, configuration, layout: &layout)
        stages.append(tail)
        self.delay = delay + tail.delay
        self.layout = layout
        self.kernels = kernels
        latentDim = configuration.latentDim
        pipeline = Pipeline(stages: stages)
        quantizer = try Quantizer(checkpoint, configuration, kernels)
    }

    func encode(_ samples: [Float]) -> [SNACFrame] {
        let frames = (samples.count + SNACFrame.samples - 1) / SNACFrame.samples
        guard frames > 0 else { return [] }
        return quantizer.frames(latents(samples, frames: frames), count: frames)
    }

    /// The encoder's output, four padded rows a frame.
    private func latents(_ samples: [Float], frames: Int) -> FloatBuffer {
        let steps = frames * SNACFrame.latentSteps
        let channels = Kernels.padded(latentDim)
        let latents = FloatBuffer(count: steps * channels)
        let state = StreamState(layout: layout, noise: .off)
        state.end = steps
        let work = pipeline.makeWorkspace(kernels)

        let slice = FloatBuffer(count: SNACFrame.samples)
        let total = (steps + delay) * SNACFrame.samplesPerStep
        for start in stride(from: 0, to: total, by: slice.count) {
            slice.base.update(repeating: 0, count: slice.count)
            let known = (0..<samples.count).clamped(to: start..<start + slice.count)
            samples.withUnsafeBufferPointer { all in
                guard let first = all.baseAddress, !known.isEmpty else { return }
                slice.base.update(from: first + start, count: known.count)
            }
            let lane = Lane(index: 0, state: state, time: start, count: slice.count)
            pipeline.run(Batch(base: slice.base, channels: 1, lanes: [lane]), work) { out in
                let lane = out.lanes[0]
                let known = (0..<steps).clamped(to: lane.time..<lane.time + lane.count)
                (latents.base + known.lowerBound * channels).update(
                    from: out.base + (known.lowerBound - lane.time) * channels,
                    count: known.count * channels)
            }
        }
        return latents
    }
}
