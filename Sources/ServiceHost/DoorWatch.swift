import CoreMetrics
import Logging
import LyreRPC
import Observability
import Synchronization

/// What happens at a server's door, in metrics and in the log.
final class DoorWatch: Sendable {
    /// Refusals of one kind are logged once in this time: strangers must not fill the disk.
    private static let logInterval = Duration.seconds(10)

    private struct State {
        var sessions: [String: (count: Int, meter: Meter)] = [:]
        var lastLogged: [ServerRefusal: ContinuousClock.Instant] = [:]
        var unlogged: [ServerRefusal: Int] = [:]
    }

    private let refused: [ServerRefusal: Counter]
    private let gaps = Counter(label: "lyre_rpc_sequence_gaps_total")
    private let logger: Logger
    private let state = Mutex(State())

    init(logger: Logger) {
        self.logger = logger
        let kinds = ServerRefusal.allCases.map { kind in
            (
                kind,
                Counter(label: "lyre_rpc_refused_total", dimensions: [("reason", kind.rawValue)])
            )
        }
        refused = Dictionary(uniqueKeysWithValues: kinds)
        for counter in refused.values { counter.increment(by: 0) }
        gaps.increment(by: 0)
    }

    func observe(_ event: ServerEvent) {
        switch event {
        case .sessionBegan(let caller): count(caller, 1)
        case .sessionEnded(let caller): count(caller, -1)
        case .lost(let caller):
            gaps.increment()
            logger.error("a frame is missing", metadata: ["peer": "\(caller.name)"])
        case .refused(let kind, let caller):
            refused[kind]?.increment()
            tell(kind, caller)
        }
    }

    /// Callers are as many as the list of those who may call has.
    private func count(_ caller: Caller, _ change: Int) {
        state.withLock { state in
            var entry =
                state.sessions[caller.name]
                ?? (0, Meter(label: "lyre_rpc_sessions", dimensions: [("peer", caller.name)]))
            entry.count += change
            entry.meter.set(entry.count)
            state.sessions[caller.name] = entry
        }
        let what = change > 0 ? "a session has begun" : "a session has ended"
        logger.debug("\(what)", metadata: ["peer": "\(caller.name)"])
    }

    private func tell(_ kind: ServerRefusal, _ caller: Caller?) {
        let now = ContinuousClock.now
        let before: Int? = state.withLock { state in
            if let last = state.lastLogged[kind], last.duration(to: now) < Self.logInterval {
                state.unlogged[kind, default: 0] += 1
                return nil
            }
            state.lastLogged[kind] = now
            return state.unlogged.removeValue(forKey: kind) ?? 0
        }
        guard let before else { return }
        var metadata: Logger.Metadata = ["reason": "\(kind.rawValue)"]
        if let caller { metadata["peer"] = "\(caller.name)" }
        if before > 0 { metadata["more_before"] = "\(before)" }
        logger.notice("refused", metadata: metadata)
    }
}
