/// Decodes on processor cores, with the model's kernels.
public struct CPUBackend: DecoderBackend {
    let model: SNACModel

    public init(model: SNACModel) { self.model = model }

    public var name: String { "cpu \(model.kernels.name)" }
    public var bytesPerStream: Int { model.vocoder.layout.count * MemoryLayout<Float>.size }

    public func makeStream(
        noise: NoiseSource, firstFrame: Int, context: [SNACFrame]
    ) throws(SNACError) -> CPUStream {
        guard firstFrame >= 0 else { throw .negativeFirstFrame(firstFrame) }
        let needed = min(firstFrame, SNACFrame.context)
        guard context.count == needed else {
            throw .wrongContext(frames: context.count, needed: needed)
        }
        let halves = context.flatMap(\.halves)
        try model.features.validate(halves, first: firstFrame - needed)
        return CPUStream(
            StreamState(layout: model.vocoder.layout, noise: noise),
            steps: (firstFrame - needed) * SNACFrame.latentSteps,
            firstSample: firstFrame * SNACFrame.samples, pending: halves)
    }

    public func validate(_ codes: [HalfFrame], first: Int) throws(SNACError) {
        try model.features.validate(codes, first: first / 2, half: first % 2)
    }

    public func makeEngine() -> CPUEngine { CPUEngine(model: model) }

    public func export(_ stream: CPUStream) -> StreamSnapshot { stream.snapshot(by: name) }

    public func restore(_ snapshot: StreamSnapshot) throws(SNACError) -> CPUStream {
        guard snapshot.backend == name else {
            throw .foreignSnapshot("it is of \(snapshot.backend), this is \(name)")
        }
        guard snapshot.caches.count == model.vocoder.layout.count else {
            throw .foreignSnapshot("it is of a model of another size")
        }
        guard snapshot.steps >= 0, snapshot.firstSample >= 0, snapshot.pending.count % 4 == 0 else {
            throw .foreignSnapshot("its position is impossible")
        }
        let stream = CPUStream(snapshot, layout: model.vocoder.layout)
        try model.features.validate(
            stream.pending, first: snapshot.steps / SNACFrame.latentSteps)
        return stream
    }
}
