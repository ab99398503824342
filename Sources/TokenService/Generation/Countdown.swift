import LyreRPC

/// Time that is left, and runs out only between `begin` and `end`.
struct Countdown: Sendable {
    private(set) var limit: Duration
    /// Nanoseconds: of the limit, and those that are left.
    private var whole: UInt64
    private var left: UInt64
    private(set) var deadline: Instant?
    private(set) var hasFired = false

    init(limit: Duration) {
        self.limit = limit
        whole = limit.inNanoseconds
        left = whole
    }

    mutating func begin(_ now: Instant) { deadline = now.advanced(by: left) }

    mutating func end(_ now: Instant) {
        if let deadline {
            left = deadline > now ? deadline.nanoseconds - now.nanoseconds : 0
        }
        deadline = nil
    }

    /// Starts anew with the same limit.
    mutating func restart(_ now: Instant) {
        guard !hasFired else { return }
        left = whole
        if deadline != nil { begin(now) }
    }

    /// Starts anew with another limit.
    mutating func restart(_ now: Instant, limit: Duration) {
        guard !hasFired else { return }
        self.limit = limit
        whole = limit.inNanoseconds
        restart(now)
    }

    /// True, once, when the time has run out.
    mutating func fires(at now: Instant) -> Bool {
        guard !hasFired, let deadline, deadline <= now else { return false }
        hasFired = true
        return true
    }

    /// When to look again, as far as is known now.
    func nextLook(_ now: Instant) -> Instant { deadline ?? now.advanced(by: whole) }
}

extension Instant {
    fileprivate func advanced(by count: UInt64) -> Instant {
        let (sum, overflow) = nanoseconds.addingReportingOverflow(count)
        return overflow ? .distantFuture : Instant(nanoseconds: sum)
    }
}

extension Duration {
    fileprivate var inNanoseconds: UInt64 { (Instant(nanoseconds: 0) + self).nanoseconds }
}
