import SNAC

/// Decodes on a GPU of its own.
public final class CUDABackend: DecoderBackend {
    private let gpu: any GPU
    private let model: DeviceModel
    private let pool: StreamPool
    private let codebookSize: Int

    /// Loads kernels and weights.
    /// - Parameters:
    ///   - kernels: Compiled for the GPU's architecture, see ``KernelCache``.
    ///   - streams: The most at once; as many as half of the memory holds that is free then, where
    ///     nil.
    /// - Throws: ``CheckpointError``, or ``GPUError``.
    public init(
        gpu: any GPU, kernels: [UInt8], configuration: SNACConfiguration, checkpoint: Checkpoint,
        precision: Precision = .exact, streams: Int? = nil
    ) throws {
        try gpu.attach()
        try gpu.load(kernels)
        model = try DeviceModel(
            gpu: gpu, configuration: configuration, checkpoint: checkpoint, precision: precision)
        self.gpu = gpu
        codebookSize = configuration.codebookSize
        let bytes = 2 * model.plan.floatsPerStream * MemoryLayout<Float>.stride
        let room = try gpu.memory().free / 2 / bytes
        pool = StreamPool(gpu, bytes: bytes, limit: max(1, min(streams ?? .max, room)))
    }

    /// `cuda sm_90 exact`. Streams move between GPUs of one architecture.
    public var name: String { "cuda sm_\(gpu.architecture) \(model.precision)" }
    public var bytesPerStream: Int { pool.bytes }
    public var batching: Batching {
        let steps = CUDAEngine.sizes.last!
        return Batching(streams: steps / 2, latentSteps: steps, sharesDevice: true)
    }
    /// Bytes that a latent step's activations take on their way through the layers, each read and
    /// written once.
    public var bytesPerStep: Int { model.plan.bytesPerStep }
    /// Streams that there is memory for.
    public var mostStreams: Int { pool.limit }

    public func makeStream(
        noise: NoiseSource, firstFrame: Int, context: [SNACFrame]
    ) throws(SNACError) -> CUDAStream {
        let position = try StreamPosition(
            firstFrame: firstFrame, context: context, codebookSize: codebookSize)
        return try stream(at: position, noise: noise, isFresh: true)
    }

    private func stream(
        at position: StreamPosition, noise: NoiseSource, isFresh: Bool
    ) throws(SNACError) -> CUDAStream {
        do {
            return try CUDAStream(pool, at: position, noise: noise, isFresh: isFresh)
        } catch {
            throw .noRoom("\(error)")
        }
    }

    public func validate(_ codes: [HalfFrame], first: Int) throws(SNACError) {
        try codes.validate(codebookSize: codebookSize, first: first / 2, half: first % 2)
    }

    public func makeEngine() throws(GPUError) -> CUDAEngine { try CUDAEngine(model) }

    public func export(_ stream: CUDAStream) throws(GPUError) -> StreamSnapshot {
        stream.take()
        defer { stream.release() }
        var caches = [Float](repeating: 0, count: model.plan.floatsPerStream)
        if !stream.isFresh {
            try copying(caches.count) { (bytes, pinned, queue) throws(GPUError) in
                try gpu.copy(bytes, from: stream.state, to: pinned, on: queue)
                try gpu.finish(queue)
                caches.withUnsafeMutableBytes {
                    $0.baseAddress!.copyMemory(from: pinned, byteCount: bytes)
                }
            }
        }
        return stream.snapshot(by: name, caches: caches)
    }

    public func restore(_ snapshot: StreamSnapshot) throws(SNACError) -> CUDAStream {
        guard snapshot.backend == name else {
            throw .foreignSnapshot("it is of \(snapshot.backend), this is \(name)")
        }
        guard snapshot.caches.count == model.plan.floatsPerStream else {
            throw .foreignSnapshot("it is of a model of another size")
        }
        let position = try StreamPosition(snapshot, codebookSize: codebookSize)
        let stream = try stream(
            at: position, noise: snapshot.seed.map { .seed($0) } ?? .off, isFresh: false)
        do {
            try copying(snapshot.caches.count) { (bytes, pinned, queue) throws(GPUError) in
                snapshot.caches.withUnsafeBytes {
                    pinned.copyMemory(from: $0.baseAddress!, byteCount: bytes)
                }
                try gpu.copy(bytes, from: pinned, to: stream.state, on: queue)
                try gpu.finish(queue)
            }
        } catch {
            throw .noRoom("\(error)")
        }
        return stream
    }

    /// A queue and pinned memory for a stream's floats, as long as `body` runs.
    private func copying(
        _ floats: Int,
        _ body: (Int, UnsafeMutableRawPointer, GPUQueue) throws(GPUError) -> Void
    ) throws(GPUError) {
        try gpu.attach()
        let bytes = floats * MemoryLayout<Float>.stride
        let pinned = try PinnedMemory(gpu, bytes: bytes)
        let queue = try gpu.makeQueue()
        defer { gpu.free(queue) }
        try body(bytes, pinned.base, queue)
    }
}
