/// Values in order, asked for by rank.
package struct Percentiles: Sendable {
    private let sorted: [Double]

    package init(_ values: [Double]) { sorted = values.sorted() }

    /// The smallest value that at least that share (0...1) of the values does not exceed; nil where
    /// there are none.
    package func callAsFunction(_ share: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        // 0.95 * 20 is a little more than 19: what rounding adds must not make it the next rank.
        let rank = Int((share * Double(sorted.count) - 1e-9).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }

    package var least: Double? { sorted.first }
    package var greatest: Double? { sorted.last }
}
