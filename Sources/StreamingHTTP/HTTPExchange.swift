/// A request under way. Letting go of it, and of its response and body, ends the transfer and
/// closes its connection at once.
public final class HTTPExchange: Sendable {
    let transfer: Transfer

    init(_ transfer: Transfer) { self.transfer = transfer }

    deinit { transfer.abandon() }

    /// Waits for status and header fields. Cancelling the task ends the transfer.
    public func response(
        isolation: isolated (any Actor)? = #isolation
    ) async throws(HTTPFailure) -> HTTPResponse {
        let head = try await transfer.head()
        return HTTPResponse(status: head.status, headers: head.headers, body: HTTPBody(self))
    }

    /// Ends the transfer and closes its connection; who waits for it gets `cancelled`.
    public func cancel() { transfer.cancel() }
}

/// Status and header fields, and the body as it arrives.
public struct HTTPResponse: Sendable {
    public let status: Int
    public let headers: HTTPHeaders
    public let body: HTTPBody
}

/// The pieces of a body, to be read once by one task. A piece holds all that has arrived.
///
/// While nobody reads, at most ``HTTPRequest/bufferLimit`` bytes are held; then the server waits.
public struct HTTPBody: AsyncSequence, Sendable {
    public typealias Failure = HTTPFailure
    private let exchange: HTTPExchange

    init(_ exchange: HTTPExchange) { self.exchange = exchange }

    /// What somebody who looks for something found in a piece.
    public enum Finding: Sendable {
        case found
        /// Nothing, and there is nothing to look at before so many bytes more. It is an estimate:
        /// what is less is shown after ``longestHold``, or when the body ends.
        case nothing(until: Int)
    }

    /// How long a piece may lie unseen that is smaller than what its reader waits for.
    public static let longestHold = Duration.milliseconds(200)

    public func makeAsyncIterator() -> Iterator { Iterator(exchange: exchange) }

    public struct Iterator: AsyncIteratorProtocol {
        let exchange: HTTPExchange

        public mutating func next() async throws(HTTPFailure) -> [UInt8]? {
            try await next(isolation: nil)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(HTTPFailure) -> [UInt8]? {
            try await exchange.transfer.bytes()
        }

        /// Has `look` read the pieces until it finds what it is for; false when the body ends before.
        ///
        /// While the consumer waits, `look` is called on the engine's thread as bytes arrive, so
        /// that those which lead to nothing wake nobody. It must never block.
        public mutating func read(
            isolation: isolated (any Actor)? = #isolation,
            _ look: @escaping @Sendable ([UInt8]) -> Finding
        ) async throws(HTTPFailure) -> Bool {
            try await exchange.transfer.read(look)
        }
    }

    /// The whole body.
    /// - Throws: ``HTTPFailure``; of kind `other` when it is longer than `limit` bytes.
    public func collect(
        limit: Int, isolation: isolated (any Actor)? = #isolation
    ) async throws(HTTPFailure) -> [UInt8] {
        var whole: [UInt8] = []
        var pieces = makeAsyncIterator()
        while let piece = try await pieces.next(isolation: isolation) {
            whole += piece
            guard whole.count <= limit else {
                exchange.cancel()
                let origin = exchange.transfer.request.origin
                throw HTTPFailure(.other, "the answer of \(origin) is longer than \(limit) bytes")
            }
        }
        return whole
    }

    /// Lets the rest go by unread, so that the connection can serve the next request.
    ///
    /// For who has seen the end of what it wanted. More than `limit` bytes, or one second, close
    /// the connection after all.
    public func drain(limit: Int = 64 << 10) { exchange.transfer.drain(limit: limit) }
}
