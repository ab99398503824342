import LyreRPC

/// What is known here of who listens to a stream.
///
/// It is taken to begin a moment after its first samples left and to play 24,000 a second. When it
/// has played all that was sent, it waits for more and goes on at once.
package struct Listener: Hashable, Sendable {
    /// From the first samples to the first one that plays: players buffer that much, and a network
    /// between takes its part of it.
    package static let preroll: Duration = .milliseconds(250)

    package init() {}

    /// When it will have played all that was sent; nil before the first samples.
    package private(set) var runsDry: Instant?

    /// Samples leave.
    /// - Returns: How long it has waited for them.
    @discardableResult
    package mutating func receive(_ samples: Int, at now: Instant) -> Duration {
        let begin = runsDry.map { max($0, now) } ?? now + Self.preroll
        let waited = runsDry.map { now - $0 } ?? .zero
        runsDry = begin + .playing(samples)
        return waited
    }

    /// Sound that it has left to play; nil before the first samples.
    package func lead(at now: Instant) -> Duration? { runsDry?.signed(since: now) }
}
