/// The amounts of a line that were found so far: many recognisers ask for the same one.
final class AmountMemo {
    typealias Amount = (numeral: Numeral, count: Int)

    /// By their first token; nil: nobody asked yet.
    private var found: [Amount??] = []

    /// - Parameter count: The tokens of the line, the index among them.
    func amount(_ index: Int, of count: Int, _ find: () -> Amount?) -> Amount? {
        if found.isEmpty { found = Array(repeating: nil, count: count) }
        if let known = found[index] { return known }
        let amount = find()
        found[index] = .some(amount)
        return amount
    }
}
