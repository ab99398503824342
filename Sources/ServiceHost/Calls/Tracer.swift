import Glibc
import Traces

/// Makes the spans of a process, of traces that are sampled.
struct Tracer: Sendable {
    private let service: String
    private let share: Double
    private let buffer: SpanBuffer

    /// - Parameter share: Of the traces that begin here, those that are sampled. Where somebody else
    ///   began a trace, it is theirs to say.
    init(service: String, share: Double, buffer: SpanBuffer) {
        self.service = service
        self.share = share
        self.buffer = buffer
    }

    /// A span that begins now, or nil where the trace is not sampled; and what its own calls carry.
    func begin(
        _ name: String, _ kind: Span.Kind, traceparent: String
    ) -> (span: Span?, traceparent: String) {
        let parent = TraceContext(traceparent: traceparent)
        let context =
            parent?.child() ?? TraceContext(sampled: .random(in: 0..<1) < share)
        guard context.isSampled else { return (nil, context.traceparent) }
        let span = Span(
            service: service, name: name, kind: kind, context: context,
            parent: parent?.spanID ?? 0, start: Self.now)
        return (span, context.traceparent)
    }

    func end(_ span: Span) {
        var span = span
        span.end = max(span.start, Self.now)
        buffer.add(span)
    }

    /// Nanoseconds since 1970.
    static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
