/// What a caller says about one call.
public struct CallOptions: Sendable {
    /// For the whole call; nil for none.
    public var timeout: Duration?
    /// W3C trace context; empty for none.
    public var traceparent: String

    public init(timeout: Duration? = nil, traceparent: String = "") {
        self.timeout = timeout
        self.traceparent = traceparent
    }

    func deadline(from now: Instant) -> Instant { timeout.map { now + $0 } ?? .distantFuture }
}
