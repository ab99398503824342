import Foundation

/// A SNAC network with its weights: immutable, shared by any number of streams and threads.
public final class SNACModel: Sendable {
    public let configuration: SNACConfiguration
    public let kernels: Kernels
    /// What features and encoder are computed with: ``kernels``, or those that multiply floats.
    public var exactKernels: Kernels { kernels.exact }
    let features: Features
    let vocoder: Vocoder
    let encoder: Encoder

    /// Loads a model folder as the hub has it: `config.json`, and `model.safetensors` or
    /// `pytorch_model.bin`.
    /// - Throws: ``CheckpointError``.
    public convenience init(folder: URL, kernels: Kernels = .best) throws(CheckpointError) {
        try self.init(
            configuration: try SNACConfiguration(folder: folder),
            checkpoint: try Checkpoint.load(folder), kernels: kernels)
    }

    /// - Throws: ``CheckpointError`` where a tensor is missing or has another shape than the
    ///   configuration says.
    public init(
        configuration: SNACConfiguration, checkpoint: Checkpoint, kernels: Kernels = .best
    ) throws(CheckpointError) {
        try configuration.validate()
        try checkpoint.verify(configuration)
        self.configuration = configuration
        self.kernels = kernels
        features = try Features(checkpoint, configuration, kernels.exact)
        vocoder = try Vocoder(checkpoint, configuration, kernels)
        encoder = try Encoder(checkpoint, configuration, kernels.exact)
    }

    /// Scratch memory and arithmetic for the decoders of one thread.
    public func makeEngine() -> CPUEngine { CPUEngine(model: self) }

    /// Floats that a decoder remembers of its stream: 125,952 in the public configuration.
    public var floatsPerStream: Int { vocoder.layout.count }

    /// A decoder for one stream, whose first sample out is `firstFrame * 2048`.
    /// - Parameters:
    ///   - noise: One seed a stream; the same seed gives the same samples.
    ///   - context: The frames before `firstFrame`: three, or all where there are fewer.
    ///   - engine: What the streams of one thread share; the decoder's own where nil.
    /// - Throws: ``SNACError``.
    public func makeDecoder(
        noise: NoiseSource, firstFrame: Int = 0, context: [SNACFrame] = [],
        engine: CPUEngine? = nil
    ) throws(SNACError) -> StreamingDecoder {
        let backend = CPUBackend(model: self)
        let stream = try backend.makeStream(
            noise: noise, firstFrame: firstFrame, context: context)
        return StreamingDecoder(backend, engine ?? makeEngine(), stream, firstFrame: firstFrame)
    }

    /// All samples of an utterance: 2048 a frame.
    /// - Throws: ``SNACError``.
    public func decode(_ frames: [SNACFrame], noise: NoiseSource) throws(SNACError) -> [Float] {
        let decoder = try makeDecoder(noise: noise)
        return try decoder.push(frames) + decoder.finish()
    }

    /// The latents of frames, stage 1 alone: four rows of `latentDim` floats a frame.
    /// - Throws: ``SNACError``.
    public func latents(_ frames: [SNACFrame]) throws(SNACError) -> [Float] {
        let halves = frames.flatMap(\.halves)
        try halves.validate(codebookSize: configuration.codebookSize, first: 0)
        let steps = halves.count * HalfFrame.latentSteps
        let vectors = FloatBuffer(count: steps * features.vectorFloats)
        let rows = FloatBuffer(count: steps * features.latentChannels)
        features.look(up: halves, to: vectors.base)
        features.project(vectors.base, steps: steps, to: rows.base)
        return (0..<steps).flatMap { step in
            UnsafeBufferPointer(
                start: rows.base + step * features.latentChannels, count: configuration.latentDim)
        }
    }

    /// The codes of a sound of 24,000 samples a second, full scale ±1, filled with silence to whole
    /// frames.
    public func encode(_ samples: [Float]) -> [SNACFrame] {
        encoder.encode(samples)
    }
}
