/// Decides when a token service that owes codes has hung. No clock: time comes in ticks.
///
/// The service itself watches its model servers and goes on at another one, for which its limits
/// leave it time; so it is judged by whether it says anything at all.
package struct TokenWatch: HangRule {
    package static let tick: Duration = .milliseconds(500)
    /// A service that streams tells its load twice a second; others answer a PING, sent after two.
    private static let silenceWithin: Duration = .seconds(1)
    private static let silenceBefore: Duration = .seconds(3)
    /// Longer than it may wait for a place, and then for a first token.
    private static let longestPatience: Duration = .seconds(45)

    private var hasCodes = false
    /// Since it last sent codes.
    package private(set) var waited: Duration = .zero

    /// Always: if not codes, then the end.
    package var owes: Bool { true }

    package init() {}

    package mutating func received() {
        hasCodes = true
        waited = .zero
    }

    /// A tick has passed.
    /// - Parameters:
    ///   - silence: For how long the service has sent nothing at all.
    ///   - hasOther: Another service could go on.
    /// - Returns: True when this one is to be given up.
    package mutating func tick(silence: Duration, hasOther: Bool) -> Bool {
        waited += Self.tick
        let limit = hasCodes ? Self.silenceWithin : Self.silenceBefore
        if hasOther, silence >= limit, waited >= limit { return true }
        return waited >= Self.longestPatience
    }
}
