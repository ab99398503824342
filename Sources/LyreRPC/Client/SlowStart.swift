/// How much of their share endpoints get that have just come, or come back. No clock, no I/O.
///
/// Their caches are cold, and who has just failed may fail again. So an endpoint is put to choice
/// with a probability that grows to 1, while others have been there for longer. Endpoints that are
/// all new wait for nothing.
package struct SlowStart: Sendable {
    /// From the first call until an endpoint has its full share.
    package static let returning: Duration = .seconds(10)
    package static let firstShare = 0.1

    /// Who comes within this time of the very first found nobody at work who had been there for
    /// longer.
    package static let founding: Duration = .seconds(1)

    private struct Start {
        /// Nil for who has its full share from the beginning.
        var at: Instant?
        /// Tells a server that was restarted from a connection that was lost.
        var instance: String
    }

    private var starts: [Endpoint: Start] = [:]
    private var first: Instant?

    package init() {}

    /// An endpoint has been connected. One whose instance was there before has not changed.
    /// - Returns: True when its server is another one than before.
    package mutating func join(_ endpoint: Endpoint, instance: String, at now: Instant) -> Bool {
        let last = starts[endpoint]?.instance
        if last == instance { return false }
        let first = first ?? now
        self.first = first
        let isFounder = last == nil && now - first <= Self.founding
        starts[endpoint] = Start(at: isFounder ? nil : now, instance: instance)
        return last != nil
    }

    /// An endpoint is ejected, and back at this time.
    package mutating func restart(_ endpoint: Endpoint, at back: Instant) {
        starts[endpoint]?.at = back
    }

    package mutating func remove(_ endpoint: Endpoint) { starts[endpoint] = nil }

    /// The share of its calls that an endpoint gets, beside others that get all: 0.1 to 1.
    package func share(of endpoint: Endpoint, at now: Instant) -> Double {
        guard let start = starts[endpoint]?.at else { return 1 }
        let grown = (1 - Self.firstShare) * ((now - start) / Self.returning)
        return min(1, Self.firstShare + grown)
    }

    /// Draws which of some candidates are put to choice; never none of them.
    package func admitted<Candidate>(
        _ candidates: [Candidate], at now: Instant, using random: inout some RandomNumberGenerator,
        endpoint: (Candidate) -> Endpoint
    ) -> [Candidate] {
        guard candidates.count > 1 else { return candidates }
        let shares = candidates.map { share(of: endpoint($0), at: now) }
        let largest = shares.max()!
        guard shares.contains(where: { $0 < largest }) else { return candidates }
        return zip(candidates, shares).filter { _, share in
            share == largest || .random(in: 0..<largest, using: &random) < share
        }.map(\.0)
    }
}
