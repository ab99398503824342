import LyreRPC
import Synchronization
import Traces

/// One call, or a part of one, that is counted and traced.
final class WatchedCall: ObservedCall {
    let traceparent: String
    private let meters: CallMeters?
    private let tracer: Tracer?
    private let began = SystemTime().now
    private let span: Mutex<Span?>

    /// - Parameter meters: nil for a part of a call.
    init(
        _ name: String, _ kind: Span.Kind, traceparent: String, meters: CallMeters?,
        tracer: Tracer?
    ) {
        self.meters = meters
        self.tracer = tracer
        let begun = tracer?.begin(name, kind, traceparent: traceparent)
        self.traceparent = begun?.traceparent ?? traceparent
        span = Mutex(begun?.span)
        meters?.began()
    }

    func note(_ event: String) { span.withLock { $0?.note(event, at: Tracer.now) } }

    func note(_ key: String, _ value: Int) { span.withLock { $0?.note(key, value) } }

    func part(_ name: String) -> any ObservedCall {
        guard let tracer, span.withLock({ $0 != nil }) else {
            return Unobserved(traceparent: traceparent)
        }
        return WatchedCall(name, .part, traceparent: traceparent, meters: nil, tracer: tracer)
    }

    func stalled(_ time: Duration) { meters?.stalled(time) }

    func end(_ status: Status) {
        meters?.ended(status.code, after: SystemTime().now - began)
        guard let tracer, var span = span.withLock({ $0.take() }) else { return }
        if status.code != .ok { span.error = "\(status.code.name): \(status.message)" }
        tracer.end(span)
    }
}
