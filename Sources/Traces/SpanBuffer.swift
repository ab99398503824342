import Synchronization

/// Spans that wait to be exported. It never waits itself: what finds no room is dropped and counted.
public final class SpanBuffer: Sendable {
    private struct State {
        var spans: [Span] = []
        var dropped = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: Spans that wait at most.
    public init(limit: Int = 4096) { self.limit = limit }

    public func add(_ span: Span) {
        state.withLock { state in
            if state.spans.count < limit { state.spans.append(span) } else { state.dropped += 1 }
        }
    }

    /// Spans that wait.
    var count: Int { state.withLock { $0.spans.count } }

    /// Takes all that wait, the oldest first.
    public func take() -> [Span] {
        state.withLock { state in
            defer { state.spans = [] }
            return state.spans
        }
    }

    /// Counts spans as dropped that were taken and came nowhere.
    public func drop(_ count: Int) { state.withLock { $0.dropped += count } }

    /// Spans that were dropped since the start.
    public var dropped: Int { state.withLock { $0.dropped } }
}
