/// The search for the most streams that are held: doubling until they are not, then halving what
/// lies between.
package struct StreamSearch: Sendable {
    /// The most that were held so far.
    package private(set) var held = 0
    private var failed: Int?
    private let limit: Int
    /// How many to try next; nil when the answer is known.
    package private(set) var next: Int?

    /// - Parameter limit: The most to try.
    package init(first: Int, limit: Int) {
        self.limit = limit
        next = min(max(first, 1), limit)
    }

    /// Takes the outcome of a try of ``next``.
    package mutating func record(held isHeld: Bool) {
        guard let tried = next else { return }
        if isHeld { held = tried } else { failed = tried }
        if let failed {
            next = failed - held > 1 ? (held + failed) / 2 : nil
        } else {
            next = held < limit ? min(2 * held, limit) : nil
        }
    }
}
