import LyreRPC

extension Instant {
    /// The time from another instant to this one; below zero where this one is earlier.
    func signed(since other: Instant) -> Duration {
        .nanoseconds(Int64(clamping: nanoseconds) - Int64(clamping: other.nanoseconds))
    }

    /// The instant that is this much earlier; at the earliest the first there is.
    func earlier(by duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        let span = UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
        return Instant(nanoseconds: nanoseconds - min(nanoseconds, span))
    }
}

extension Duration {
    /// How long samples last at 24,000 a second.
    static func playing(_ samples: Int) -> Duration {
        .nanoseconds(Int64(samples) * 1_000_000_000 / 24_000)
    }
}
