import CoreMetrics
import LyreRPC
import Synchronization

/// What is counted of a method's calls, by OpenTelemetry's names for RPC.
final class CallMeters: Sendable {
    /// At which end of the calls this process is.
    enum Side: String { case server, client }

    private let label: String
    private let dimensions: [(String, String)]
    private let active: Meter?
    private let stalls: Timer?
    private let durations = Mutex<[StatusCode: Timer]>([:])

    /// - Parameter method: `Speech/Speak`; nil for all those that there are not.
    init(_ side: Side, _ method: String?) {
        let parts = (method ?? "_OTHER/_OTHER").split(separator: "/", maxSplits: 1).map(String.init)
        label = "rpc_\(side.rawValue)_call_duration_seconds"
        dimensions = [("rpc_service", parts[0]), ("rpc_method", parts.last!)]
        let isServer = side == .server
        active = isServer ? Meter(label: "lyre_rpc_active_calls", dimensions: dimensions) : nil
        stalls =
            isServer ? Timer(label: "lyre_rpc_credit_stall_seconds", dimensions: dimensions) : nil
    }

    func began() { active?.increment() }

    func stalled(_ time: Duration) { stalls?.recordNanoseconds(time.wholeNanoseconds) }

    func ended(_ code: StatusCode, after time: Duration) {
        active?.decrement()
        let timer = durations.withLock { durations in
            if let timer = durations[code] { return timer }
            let timer = Timer(
                label: label, dimensions: dimensions + [("rpc_response_status_code", code.name)])
            durations[code] = timer
            return timer
        }
        timer.recordNanoseconds(time.wholeNanoseconds)
    }
}
