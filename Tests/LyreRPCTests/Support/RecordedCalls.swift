import LyreRPC
import Synchronization
import TestSupport

/// Observes calls, and remembers what it was told.
final class RecordedCalls: CallObserver {
    enum Event: Hashable, Sendable {
        case began(String?, traceparent: String)
        case stalled(String?, Duration)
        case ended(String?, StatusCode)
    }

    let events = Recorder<Event>()
    /// What its calls hand on: who made them, and this.
    private let name: String

    init(_ name: String) { self.name = name }

    func begin(_ method: String?, traceparent: String) -> any ObservedCall {
        events.record(.began(method, traceparent: traceparent))
        return RecordedCall(method: method, traceparent: traceparent + name, events: events)
    }

    func ends(of method: String?) -> [StatusCode] {
        events.all.compactMap { event in
            if case .ended(method, let code) = event { code } else { nil }
        }
    }
}

private struct RecordedCall: ObservedCall {
    let method: String?
    let traceparent: String
    let events: Recorder<RecordedCalls.Event>

    func note(_ event: String) {}
    func note(_ key: String, _ value: Int) {}
    func part(_ name: String) -> any ObservedCall { self }
    func stalled(_ time: Duration) { events.record(.stalled(method, time)) }
    func end(_ status: Status) { events.record(.ended(method, status.code)) }
}
