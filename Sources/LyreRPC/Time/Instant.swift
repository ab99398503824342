/// A point of the monotonic clock of this machine.
public struct Instant: Comparable, Hashable, Sendable {
    public var nanoseconds: UInt64

    public init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    public static let distantFuture = Instant(nanoseconds: .max)

    public static func < (a: Instant, b: Instant) -> Bool { a.nanoseconds < b.nanoseconds }

    /// Saturates at ``distantFuture``.
    public static func + (instant: Instant, duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        let (whole, overflow) = UInt64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let part = UInt64(clamping: attoseconds / 1_000_000_000)
        let (sum, carry) = instant.nanoseconds.addingReportingOverflow(overflow ? .max : whole)
        return Instant(nanoseconds: carry ? .max : sum &+ min(part, .max - sum))
    }

    /// The time from `b` to `a`; zero when `a` is the earlier one.
    public static func - (a: Instant, b: Instant) -> Duration {
        .nanoseconds(a > b ? Int64(clamping: a.nanoseconds - b.nanoseconds) : 0)
    }
}

extension Duration {
    /// Whole milliseconds, rounded up, so that a deadline never becomes none on its way.
    package var millisecondsRoundedUp: UInt32 {
        let (seconds, attoseconds) = components
        let milliseconds = UInt64(clamping: seconds) &* 1000
            &+ UInt64(clamping: (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
        return UInt32(clamping: milliseconds)
    }

    /// As a number of seconds.
    public var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }

    /// As metrics take it; exact to the nanosecond for days.
    package var wholeNanoseconds: Int64 { Int64(inSeconds * 1e9) }
}
