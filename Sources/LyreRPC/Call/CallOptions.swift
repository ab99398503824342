/// What a caller says about one call.
public struct CallOptions: Sendable {
    /// For the whole call; nil for none.
    public var timeout: Duration?
    /// W3C trace context; empty for none.
    public var traceparent: String
    /// Servers that are called only where there is no other.
    public var avoided: Set<Endpoint>

    public init(
        timeout: Duration? = nil, traceparent: String = "", avoiding avoided: Set<Endpoint> = []
    ) {
        self.timeout = timeout
        self.traceparent = traceparent
        self.avoided = avoided
    }

    func deadline(from now: Instant) -> Instant { timeout.map { now + $0 } ?? .distantFuture }
}
