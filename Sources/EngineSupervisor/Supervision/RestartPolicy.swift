/// When a program that ended is started again, and how long it is waited for.
public struct RestartPolicy: Hashable, Sendable {
    /// Before the first restart; doubles with each failure that follows.
    public var firstDelay: Duration = .seconds(1)
    public var longestDelay: Duration = .seconds(60)
    /// A program that was ready for so long has failed for the first time when it ends.
    public var stableAfter: Duration = .seconds(60)
    /// Failures one after the other before it is given up.
    public var attempts = 5
    /// From a start until it has to be ready.
    public var readyWithin: Duration = .seconds(1800)
    /// How long health checks may fail before it counts as not ready: a busy server answers late.
    public var tolerance: Duration = .seconds(5)
    /// How long it may be not ready after it was, before it is ended and started again.
    public var unreadyWithin: Duration = .seconds(30)
    /// From SIGTERM to SIGKILL.
    public var grace: Duration = .seconds(10)

    public init() {}

    /// The wait after so many failures in a row, spread so that machines do not return in step.
    func delay(
        failures: Int, using random: inout some RandomNumberGenerator
    ) -> Duration {
        let full = min(longestDelay, firstDelay * (1 << min(max(failures, 1) - 1, 16)))
        return full * Double.random(in: 0.8...1.2, using: &random)
    }
}
