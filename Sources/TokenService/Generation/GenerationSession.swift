import Orpheus
import StreamingHTTP

/// One generation at one endpoint: codes as they arrive, then ``GenerationEvent/end(_:)``, or a
/// ``GenerationError``.
///
/// To be read once by one task. When that task is cancelled, or lets go of the iterator, the
/// connection is closed at once and the server stops generating.
public struct GenerationSession: AsyncSequence, Sendable {
    public typealias Element = GenerationEvent
    public typealias Failure = GenerationError

    let client: CompletionsClient
    let request: GenerationRequest
    let endpoint: CompletionsEndpoint
    let patience: Patience
    let onMilestone: @Sendable (GenerationMilestone) -> Void

    public func makeAsyncIterator() -> Iterator { Iterator(run: GenerationRun(self)) }

    public struct Iterator: AsyncIteratorProtocol {
        let run: GenerationRun

        public mutating func next() async throws(GenerationError) -> GenerationEvent? {
            try await next(isolation: nil)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(GenerationError) -> GenerationEvent? {
            try await run.next()
        }
    }
}
