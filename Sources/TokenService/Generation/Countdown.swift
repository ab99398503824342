/// Time that is left, and runs out only between `begin` and `end`.
struct Countdown<C: Clock>: Sendable where C.Duration == Duration {
    private(set) var limit: Duration
    private var left: Duration
    private var deadline: C.Instant?
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

    /// Starts anew with another limit.
    mutating func restart(_ now: C.Instant, limit: Duration) {
        guard !hasFired else { return }
        (self.limit, left) = (limit, limit)
        if deadline != nil { begin(now) }
    }

    /// True, once, when the time has run out.
    mutating func fires(at now: C.Instant) -> Bool {
        guard !hasFired, let deadline, deadline <= now else { return false }
        hasFired = true
        return true
    }

    /// When to look again: not later than any deadline that there may be by then.
    func wake(_ now: C.Instant, atMost: Duration) -> C.Instant {
        let soon = now.advanced(by: atMost)
        return min(deadline ?? soon, soon)
    }
}
