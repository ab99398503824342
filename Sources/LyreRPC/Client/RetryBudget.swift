/// How many calls of a channel may be repeated, so that retries do not kill servers that are
/// overloaded or dying. No clock, no I/O.
///
/// A fifth of all calls may be, and ten a second besides. What is not used is kept, to a limit: who
/// loses a server has to move all of its streams at once.
package struct RetryBudget: Sendable {
    package static let perCall = 0.2
    package static let perSecond = 10.0
    /// Retries that quiet seconds leave for later.
    package static let reserveLimit = 100.0
    /// Retries that calls leave for later.
    package static let earnedLimit = 1000.0

    private var reserve = Self.reserveLimit
    private var earned = 0.0
    private var filled: Instant

    package init(now: Instant) { filled = now }

    /// A call has been made.
    package mutating func deposit() { earned = min(Self.earnedLimit, earned + Self.perCall) }

    /// Takes leave to repeat a call; false when there is none left.
    package mutating func take(at now: Instant) -> Bool {
        reserve = min(Self.reserveLimit, reserve + Self.perSecond * (now - filled).inSeconds)
        filled = max(filled, now)
        if earned >= 1 {
            earned -= 1
        } else if reserve >= 1 {
            reserve -= 1
        } else {
            return false
        }
        return true
    }
}
