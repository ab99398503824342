import Glibc
import Synchronization

/// Where "now" comes from: the machine, or a test.
public protocol TimeSource: Sendable {
    var now: Instant { get }
}

/// CLOCK_MONOTONIC.
public struct SystemTime: TimeSource {
    public init() {}

    public var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(nanoseconds: UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec))
    }
}

/// A clock that stands still until a test moves it.
public final class ManualTime: TimeSource {
    private let instant: Mutex<Instant>

    public init(_ start: Instant = Instant(nanoseconds: 1_000_000_000)) { instant = Mutex(start) }

    public var now: Instant { instant.withLock { $0 } }
    public func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}
