/// Time that is left, and runs out only between `begin` and `end`.
struct Countdown<C: Clock>: Sendable where C.Duration == Duration {
    private(set) var limit: Duration
    private var left: Duration
    private(set) var deadline: C.Instant?
    private(set) var hasFired = false

    init(limit: Duration) {
        self.limit = limit
        left = limit
    }

    mutating func begin(_ now: C.Instant) { deadline = now.advanced(by: left) }

    mutating func end(_ now: C.Instant) {
        if let deadline { left = now.duration(to: deadline) }
        deadline = nil
    }

    /// Starts anew, with another limit or the one it has.
    mutating func restart(_ now: C.Instant, limit: Duration? = nil) {
        guard !hasFired else { return }
        self.limit = limit ?? self.limit
        left = self.limit
        if deadline != nil { begin(now) }
    }

    /// True, once, when the time has run out.
    mutating func fires(at now: C.Instant) -> Bool {
        guard !hasFired, let deadline, deadline <= now else { return false }
        hasFired = true
        return true
    }

    /// When to look again, as far as is known now.
    func nextLook(_ now: C.Instant) -> C.Instant { deadline ?? now.advanced(by: limit) }
}
