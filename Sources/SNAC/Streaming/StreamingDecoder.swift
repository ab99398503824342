/// Turns one stream of frames into samples, as soon as they are exact.
///
/// What comes out, put together, is `SNACModel.decode` of all frames, bit for bit, however they
/// were cut. Not for several threads at once; any number of decoders share a model and, on one
/// thread, a workspace. Memory a decoder: 0.48 MB in the public configuration, workspace aside.
public final class StreamingDecoder {
    private let model: SNACModel
    private let vocoder: VocoderStream
    private let workspace: Workspace
    /// Frames known so far, counted from the utterance's first.
    public private(set) var frames: Int
    private var isFinished = false
    /// Codes of frames before the first one, until the first call.
    private var pending: [SNACFrame]

    init(
        model: SNACModel, noise: NoiseSource, firstFrame: Int, context: [SNACFrame],
        workspace: Workspace?
    ) throws(SNACError) {
        guard firstFrame >= 0 else { throw .negativeFirstFrame(firstFrame) }
        let needed = min(firstFrame, SNACFrame.context)
        guard context.count == needed else {
            throw .wrongContext(frames: context.count, needed: needed)
        }
        try model.features.validate(context, first: firstFrame - needed)
        self.model = model
        self.workspace = workspace ?? model.makeWorkspace()
        vocoder = VocoderStream(
            model.vocoder, noise: noise, start: (firstFrame - needed) * SNACFrame.latentSteps,
            firstSample: firstFrame * SNACFrame.samples)
        frames = firstFrame
        pending = context
    }

    /// The samples that become exact with these frames; none where too little is known yet.
    /// - Throws: ``SNACError``; the stream is then as it was before.
    public func push(_ new: [SNACFrame]) throws(SNACError) -> [Float] {
        guard !isFinished else { throw .finished }
        try model.features.validate(new, first: frames)
        var samples: [Float] = []
        feed(pending + new, &samples)
        frames += new.count
        return samples
    }

    /// The rest of the samples: the utterance ends after the frames pushed so far. A second call
    /// gives none.
    public func finish() -> [Float] {
        guard !isFinished else { return [] }
        isFinished = true
        var samples: [Float] = []
        feed(pending, &samples)
        vocoder.finish(workspace, to: &samples)
        return samples
    }

    private func feed(_ frames: [SNACFrame], _ samples: inout [Float]) {
        pending = []
        guard !frames.isEmpty else { return }
        let latents = model.features.latents(frames, workspace.kernels)
        vocoder.push(
            latents.base, count: frames.count * SNACFrame.latentSteps, workspace, to: &samples)
    }
}
