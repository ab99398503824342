import LyreRPC

/// The time as instants of the RPC, with the waits of a clock.
protocol ClockTime: TimeSource {
    func sleep(until instant: Instant) async throws
}

extension Clock where Duration == Swift.Duration {
    /// What the pure parts take for the time, when this clock makes the waits.
    var timeSource: any ClockTime {
        self is ContinuousClock ? SystemClockTime() : AnyClockTime(self)
    }
}

/// The machine's own: asked for with every token, so it is compiled without detours.
private struct SystemClockTime: ClockTime {
    private let system = SystemTime()

    var now: Instant { system.now }

    func sleep(until instant: Instant) async throws {
        try await Task.sleep(for: instant - now, clock: .continuous)
    }
}

/// Any clock's time, counted from when this was made.
private struct AnyClockTime<C: Clock>: ClockTime where C.Duration == Duration {
    private static var origin: UInt64 { 1_000_000_000 }

    private let clock: C
    private let start: C.Instant

    init(_ clock: C) {
        self.clock = clock
        start = clock.now
    }

    var now: Instant { Instant(nanoseconds: Self.origin) + start.duration(to: clock.now) }

    func sleep(until instant: Instant) async throws {
        let offset = instant - Instant(nanoseconds: Self.origin)
        try await clock.sleep(until: start.advanced(by: offset), tolerance: nil)
    }
}
