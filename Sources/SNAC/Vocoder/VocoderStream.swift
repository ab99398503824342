/// One stream of latents through the vocoder.
final class VocoderStream {
    private let vocoder: Vocoder
    private let state: StreamState
    /// Latent steps known so far, counted from the utterance's first.
    private(set) var steps: Int
    /// The first sample that is this stream's to give.
    private let firstSample: Int

    /// Begins at latent step `start`; samples before `firstSample` are not given out.
    init(_ vocoder: Vocoder, noise: NoiseSource, start: Int, firstSample: Int) {
        self.vocoder = vocoder
        state = StreamState(layout: vocoder.layout, noise: noise)
        steps = start
        self.firstSample = firstSample
    }

    /// Appends the samples that these latents make exact. `latents` holds `count` padded rows.
    func push(
        _ latents: UnsafeMutablePointer<Float>, count: Int, _ work: Workspace,
        to samples: inout [Float]
    ) {
        let rows = Rows(
            base: latents, count: count, channels: vocoder.latentChannels, time: steps)
        let end = state.end.map { $0 * SNACFrame.samplesPerStep } ?? .max
        let valid = firstSample..<max(firstSample, end)
        vocoder.pipeline.run(rows, state, work) { rows in
            let given = valid.clamped(to: rows.time..<rows.time + rows.count)
            samples.append(
                contentsOf: UnsafeBufferPointer(
                    start: rows.base + (given.lowerBound - rows.time), count: given.count))
        }
        steps += count
    }

    /// Appends what is still missing: the signal ends here, and zeros follow it.
    func finish(_ work: Workspace, to samples: inout [Float]) {
        guard state.end == nil else { return }
        state.end = steps
        let count = (Vocoder.delay + SNACFrame.samplesPerStep - 1) / SNACFrame.samplesPerStep
        let zeros = FloatBuffer(count: count * vocoder.latentChannels)
        push(zeros.base, count: count, work, to: &samples)
    }
}
