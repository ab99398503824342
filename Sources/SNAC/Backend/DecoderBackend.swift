/// What decodes streams: the seam between scheduling and arithmetic.
///
/// A backend knows a model and makes streams; its engines, one a thread, take batches of (stream,
/// codes) and give samples. What a stream gets does not depend on the batches that it was in, on
/// the engine, or on how its codes were cut.
public protocol DecoderBackend: Sendable {
    /// One utterance's state. Any engine of the backend may take its next step, one at a time.
    associatedtype Stream: Sendable
    associatedtype Engine: DecoderEngine where Engine.Stream == Stream, Engine.Failure == Failure
    /// What may go wrong with the hardware; Never for processors.
    associatedtype Failure: Error

    /// For logs and metrics, such as `cpu avx512`.
    var name: String { get }
    /// Memory that a stream takes.
    var bytesPerStream: Int { get }
    var batching: Batching { get }

    /// A stream whose first sample out is `firstFrame * 2048`.
    /// - Parameter context: The frames before `firstFrame`: three, or all where there are fewer.
    /// - Throws: ``SNACError``.
    func makeStream(
        noise: NoiseSource, firstFrame: Int, context: [SNACFrame]
    ) throws(SNACError) -> Stream

    /// Checks codes before they are given to an engine. `first` is the index of the half frame, two
    /// a frame, which errors name.
    /// - Throws: ``SNACError/codeOutOfRange(code:codebookSize:frame:)``.
    func validate(_ codes: [HalfFrame], first: Int) throws(SNACError)

    /// An engine for the calling thread.
    func makeEngine() throws(Failure) -> Engine

    /// All that a stream is between two steps.
    func export(_ stream: Stream) throws(Failure) -> StreamSnapshot

    /// A stream that goes on where the snapshot was taken, bit for bit.
    /// - Throws: ``SNACError/foreignSnapshot(_:)`` for one of another backend or model.
    func restore(_ snapshot: StreamSnapshot) throws(SNACError) -> Stream
}

/// One thread's share of a backend.
public protocol DecoderEngine {
    associatedtype Stream
    associatedtype Failure: Error

    /// Takes one step of each stream, none of which is there twice. Codes have to be valid.
    /// - Parameter deliver: Called once for each item, with its place in the batch and the samples
    ///   that became exact (maybe none, valid during the call), as soon as they are known.
    /// - Returns: How long the two stages took.
    /// - Throws: What is wrong with the hardware: the streams of the batch cannot go on.
    func step(
        _ batch: [DecoderWork<Stream>], deliver: (Int, UnsafeBufferPointer<Float>) -> Void
    ) throws(Failure) -> StageTimes
}
