/// Samples to codes: the same layers as the vocoder's, downwards, then the codebooks. Its kernels
/// multiply floats: a rounding that moves a sample by little may move a code.
struct Encoder: Sendable {
    private let latentDim: Int
    private let kernels: Kernels
    private let layout: CacheLayout
    /// All but the last downsampling and what follows it.
    private let front: Pipeline
    private let back: Pipeline
    private let quantizer: Quantizer
    /// Latent steps by which the output lags.
    private let delay: Int
    /// Rows a latent step, and floats a row, of what the front gives.
    private let frontRate: Int
    private let frontChannels: Int

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
                checkpoint, configuration, index: index, rate: rate, kernels, layout: &layout)
            let downsampling = try EncoderDownsampling(
                checkpoint, configuration, index: index, rate: rate / stride,
                inputDelay: delay + block.delay, kernels, layout: &layout)
            stages += [block, downsampling]
            rate /= stride
            delay = downsampling.delay
        }
        let tail = try EncoderTail(checkpoint, configuration, layout: &layout)
        self.delay = delay + tail.delay
        self.layout = layout
        self.kernels = kernels
        latentDim = configuration.latentDim
        frontRate = configuration.encoderRates.last ?? 1
        frontChannels = Kernels.padded(configuration.latentDim / 2)
        let last = stages.removeLast()
        front = Pipeline(stages: stages)
        back = Pipeline(stages: [last, tail])
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
        let latents = FloatBuffer(count: steps * Kernels.padded(latentDim))
        let state = StreamState(layout: layout, noise: .off)
        state.end = steps
        let (first, second) = (front.makeWorkspace(kernels), back.makeWorkspace(kernels))
        let slice = FloatBuffer(count: EncoderSlices.samples)
        let limit = EncoderSlices.gatheredSteps * frontRate
        let rows = FloatBuffer(count: limit * frontChannels)
        var gathered = Batch(base: rows.base, channels: frontChannels, lanes: [])

        let total = (steps + delay) * SNACFrame.samplesPerStep
        for start in stride(from: 0, to: total, by: slice.count) {
            Self.fill(slice, from: samples, at: start)
            let lane = Lane(index: 0, state: state, time: start, count: slice.count)
            front.run(Batch(base: slice.base, channels: 1, lanes: [lane]), first) { out in
                let lane = out.lanes[0]
                (rows.base + gathered.count * frontChannels).update(
                    from: out.base, count: lane.count * frontChannels)
                if gathered.lanes.isEmpty {
                    gathered.lanes = [lane]
                } else {
                    gathered.lanes[0].count += lane.count
                }
            }
            let isLast = start + slice.count >= total
            let room = limit - gathered.count
            if isLast || room < slice.count / SNACFrame.samplesPerStep * frontRate {
                back.run(gathered, second) { store($0, steps, latents) }
                gathered.lanes = []
            }
        }
        return latents
    }

    /// Samples from `start` on, zeros behind the last.
    private static func fill(_ slice: FloatBuffer, from samples: [Float], at start: Int) {
        slice.base.update(repeating: 0, count: slice.count)
        let known = (0..<samples.count).clamped(to: start..<start + slice.count)
        samples.withUnsafeBufferPointer { all in
            guard let first = all.baseAddress, !known.isEmpty else { return }
            slice.base.update(from: first + start, count: known.count)
        }
    }

    /// Puts the rows that lie inside of the signal to their places.
    private func store(_ out: Batch, _ steps: Int, _ latents: FloatBuffer) {
        let lane = out.lanes[0]
        let known = (0..<steps).clamped(to: lane.time..<lane.time + lane.count)
        (latents.base + known.lowerBound * out.channels).update(
            from: out.base + (known.lowerBound - lane.time) * out.channels,
            count: known.count * out.channels)
    }
}
