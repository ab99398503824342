/// Decodes on processor cores, with the model's kernels.
public struct CPUBackend: DecoderBackend {
    public typealias Failure = Never

    let model: SNACModel

    public init(model: SNACModel) { self.model = model }

    public var name: String { "cpu \(model.kernels.name)" }
    public var bytesPerStream: Int { model.vocoder.layout.count * MemoryLayout<Float>.size }
    /// More streams gain little.
    public var batching: Batching { Batching(streams: 8, latentSteps: 32, sharesDevice: false) }

    public func makeStream(
        noise: NoiseSource, firstFrame: Int, context: [SNACFrame]
    ) throws(SNACError) -> CPUStream {
        let position = try StreamPosition(
            firstFrame: firstFrame, context: context,
            codebookSize: model.configuration.codebookSize)
        return CPUStream(StreamState(layout: model.vocoder.layout, noise: noise), at: position)
    }

    public func validate(_ codes: [HalfFrame], first: Int) throws(SNACError) {
        try codes.validate(
            codebookSize: model.configuration.codebookSize, first: first / 2, half: first % 2)
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
        let position = try StreamPosition(
            snapshot, codebookSize: model.configuration.codebookSize)
        let noise = snapshot.seed.map { NoiseSource.seed($0) } ?? .off
        let state = StreamState(layout: model.vocoder.layout, noise: noise)
        state.caches.base.update(from: snapshot.caches, count: snapshot.caches.count)
        return CPUStream(state, at: position)
    }
}
