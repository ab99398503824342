/// Power of two choices: of two sessions drawn at random, the less busy one.
///
/// It nearly levels the load, and unlike "the least busy" it does not send everybody to the same
/// server between two load reports.
package struct Balancer {
    /// The place of the session to use, by scores of ``Pressure``.
    package static func pick(
        _ count: Int, using random: inout some RandomNumberGenerator, score: (Int) -> Double
    ) -> Int? {
        guard count > 1 else { return count == 0 ? nil : 0 }
        let first = Int.random(in: 0..<count, using: &random)
        var second = Int.random(in: 0..<(count - 1), using: &random)
        if second >= first { second += 1 }
        return score(second) < score(first) ? second : first
    }
}
