/// The cheapest way to cover a line with readings and plain tokens.
enum Cover {
    /// A token that is left as it is.
    static let plainCost = 10
    /// A number that nobody read: the last resort.
    static let unreadCost = 100

    struct Span {
        let tokens: Range<Int>
        /// nil: plain.
        let content: Semiotic?
    }

    /// - Parameter classes: Whose readings are taken before all others.
    static func cheapest(
        of line: Line, by recognizers: Recognizers, preferring classes: Set<String> = []
    ) -> [Span] {
        let count = line.tokens.count
        var best = [Int](repeating: 0, count: count + 1)
        var choice = [Candidate?](repeating: nil, count: count)
        var proposed: [Candidate] = []
        for index in stride(from: count - 1, through: 0, by: -1) {
            let kind = line.tokens[index].kind
            best[index] = best[index + 1] + (kind == .number ? unreadCost : plainCost)
            proposed.removeAll(keepingCapacity: true)
            recognizers.propose(in: line, at: index, to: &proposed)
            for candidate in proposed {
                let isPreferred = !classes.isEmpty && classes.contains(candidate.content.name)
                let cost = (isPreferred ? 0 : candidate.cost) + best[index + candidate.count]
                guard cost < best[index] else { continue }
                best[index] = cost
                choice[index] = candidate
            }
        }
        var spans: [Span] = []
        var at = 0
        while at < count {
            let length = choice[at]?.count ?? 1
            spans.append(Span(tokens: at..<(at + length), content: choice[at]?.content))
            at += length
        }
        return spans
    }
}
