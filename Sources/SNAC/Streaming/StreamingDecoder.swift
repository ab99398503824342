/// Turns one stream of frames into samples, as soon as they are exact.
///
/// What comes out, put together, is `SNACModel.decode` of all frames, bit for bit, however they
/// were cut. Not for several threads at once; any number of decoders of one thread share an engine.
/// Memory a decoder: 0.49 MB in the public configuration, engine aside.
public final class StreamingDecoder {
    /// What fills the engine's largest slice; more at once would only take memory.
    private static let halvesAtOnce = VocoderSlices.latentSteps / HalfFrame.latentSteps

    private let backend: CPUBackend
    private let engine: CPUEngine
    private let stream: CPUStream
    /// Half frames known so far, counted from the utterance's first.
    private var halves: Int
    private var isFinished = false

    /// Whole frames known so far, counted from the utterance's first.
    public var frames: Int { halves / 2 }

    init(_ backend: CPUBackend, _ engine: CPUEngine, _ stream: CPUStream, firstFrame: Int) {
        self.backend = backend
        self.engine = engine
        self.stream = stream
        halves = 2 * firstFrame
    }

    /// The samples that become exact with these frames; none where too little is known yet.
    /// - Throws: ``SNACError``; the stream is then as it was before.
    public func push(_ frames: [SNACFrame]) throws(SNACError) -> [Float] {
        try push(frames.flatMap(\.halves))
    }

    /// The same for half frames.
    public func push(_ codes: [HalfFrame]) throws(SNACError) -> [Float] {
        guard !isFinished else { throw .finished }
        try backend.validate(codes, first: halves)
        halves += codes.count
        var samples: [Float] = []
        for start in stride(from: 0, to: codes.count, by: Self.halvesAtOnce) {
            let some = codes[start..<min(start + Self.halvesAtOnce, codes.count)]
            samples += step(Array(some), isLast: false)
        }
        return samples
    }

    /// The rest of the samples: the utterance ends after the codes pushed so far. A second call
    /// gives none.
    public func finish() -> [Float] {
        guard !isFinished else { return [] }
        isFinished = true
        return step([], isLast: true)
    }

    private func step(_ codes: [HalfFrame], isLast: Bool) -> [Float] {
        var samples: [Float] = []
        let work = DecoderWork(stream: stream, codes: codes, isLast: isLast)
        _ = engine.step([work]) { samples = Array($1) }
        return samples
    }
}
