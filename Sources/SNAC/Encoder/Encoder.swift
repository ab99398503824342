/// Samples to codes: the same layers as the vocoder's, downwards, then the codebooks.
struct Encoder: Sendable {
    private let latentDim: Int
    private let layout: CacheLayout
    private let pipeline: Pipeline
    private let quantizer: Quantizer
    /// Latent steps by which the pipeline's output lags.
    private let delay: Int

    init(_ checkpoint: Checkpoint, _ configuration: SNACConfiguration) throws(CheckpointError) {
        var layout = CacheLayout()
        let entry = try EncoderEntry(checkpoint, configuration, layout: &layout)
        var stages: [any Stage] = [entry]
        var (rate, delay) = (SNACFrame.samplesPerStep, entry.delay)
        for (index, stride) in configuration.encoderRates.enumerated() {
            let block = try EncoderBlock(
                checkpoint, configuration, index: index, rate: rate, inputDelay: delay,
                layout: &layout)
            stages.append(block)
            rate /= stride
            delay = block.delay
        }
        let tail = try EncoderTail(checkpoint, configuration, layout: &layout)
        stages.append(tail)
        self.delay = delay + tail.delay
        self.layout = layout
        latentDim = configuration.latentDim
        pipeline = Pipeline(stages: stages)
        quantizer = try Quantizer(checkpoint, configuration)
    }

    func encode(_ samples: [Float], _ kernels: Kernels) -> [SNACFrame] {
        let frames = (samples.count + SNACFrame.samples - 1) / SNACFrame.samples
        guard frames > 0 else { return [] }
        return quantizer.frames(latents(samples, frames: frames, kernels), count: frames, kernels)
    }

    /// The encoder's output, four padded rows a frame.
    private func latents(_ samples: [Float], frames: Int, _ kernels: Kernels) -> FloatBuffer {
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
            for index in start..<max(start, min(samples.count, start + slice.count)) {
                slice.base[index - start] = samples[index]
            }
            let rows = Rows(base: slice.base, count: slice.count, channels: 1, time: start)
            pipeline.run(rows, state, work) { out in
                let known = (0..<steps).clamped(to: out.time..<out.time + out.count)
                (latents.base + known.lowerBound * channels).update(
                    from: out.base + (known.lowerBound - out.time) * channels,
                    count: known.count * channels)
            }
        }
        return latents
    }
}
