import LyreRPC

extension Clock where Duration == Swift.Duration {
    /// What the pure parts take for the time, when this clock makes the waits.
    var timeSource: any TimeSource { ClockTime(self) }
}

/// A clock's time as instants of the RPC, counted from when this was made.
private struct ClockTime<C: Clock>: TimeSource where C.Duration == Duration {
    private let clock: C
    private let start: C.Instant

    init(_ clock: C) {
        self.clock = clock
        start = clock.now
    }

    var now: Instant {
        Instant(nanoseconds: 1_000_000_000) + start.duration(to: clock.now)
    }
}
