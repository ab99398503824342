/// Which load comes next: a given list to its end, or twice the last one for as long as that gains
/// something.
package struct LoadSteps: Sendable {
    /// A load that gains less than this share is the last one.
    private static let gain = 0.05

    private var left: [Int]
    private let isSearch: Bool
    private var best = 0.0

    package init(_ loads: [Int]) {
        left = loads
        isSearch = false
    }

    /// 1, 2, 4, ... to `most`, which is the last one.
    package init(upTo most: Int) {
        var loads: [Int] = []
        while (loads.last ?? 0) < most { loads.append(min(most, max(1, 2 * (loads.last ?? 0)))) }
        left = loads
        isSearch = true
    }

    package mutating func next() -> Int? { left.isEmpty ? nil : left.removeFirst() }

    /// Takes the outcome of the last load.
    package mutating func record(tokensPerSecond: Double) {
        if isSearch, tokensPerSecond < best * (1 + Self.gain) { left = [] }
        // Where nothing is generated at all, more streams do not help.
        if tokensPerSecond == 0 { left = [] }
        best = max(best, tokensPerSecond)
    }
}
