/// Decides when a silent peer is asked whether it lives, and when it counts as dead.
package struct Keepalive {
    package enum Action: Equatable { case none, ping, dead }

    private(set) var heard: Instant
    private var asked: Instant?

    package init(now: Instant) { heard = now }

    package mutating func hear(_ now: Instant) {
        heard = now
        asked = nil
    }

    package mutating func tick(_ now: Instant) -> Action {
        let silence = now - heard
        if silence >= WireRules.deadAfter { return .dead }
        guard silence >= WireRules.pingInterval else { return .none }
        if let asked, now - asked < WireRules.pingInterval { return .none }
        asked = now
        return .ping
    }

    /// When ``tick(_:)`` has to be called next.
    package var due: Instant {
        min((asked ?? heard) + WireRules.pingInterval, heard + WireRules.deadAfter)
    }
}
