import LyreRPC
import Synchronization

/// Counts and traces the calls that a process serves, or those that it makes.
final class CallWatch: CallObserver {
    private let side: CallMeters.Side
    private let tracer: Tracer?
    private let meters = Mutex<[String?: CallMeters]>([:])

    /// - Parameter methods: What is called, so that it is counted from the start.
    init(_ side: CallMeters.Side, methods: [String] = [], tracer: Tracer?) {
        self.side = side
        self.tracer = tracer
        meters.withLock { meters in
            for method in methods { meters[method] = CallMeters(side, method) }
        }
    }

    func begin(_ method: String?, traceparent: String) -> any ObservedCall {
        let meters = meters.withLock { all in
            if let known = all[method] { return known }
            let new = CallMeters(side, method)
            all[method] = new
            return new
        }
        return WatchedCall(
            method ?? "_OTHER", side == .server ? .server : .client, traceparent: traceparent,
            meters: meters, tracer: tracer)
    }
}
