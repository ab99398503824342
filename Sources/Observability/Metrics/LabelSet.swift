/// The labels of a series, ordered by name so that equal sets are equal.
struct LabelSet: Hashable, Comparable {
    /// Where values go once a metric has all the series it may have.
    static let overflow = LabelSet([("overflow", "true")])

    private let pairs: [Pair]
    private struct Pair: Hashable {
        let name: String
        let value: String
    }

    /// Of two labels of one name the later counts.
    init(_ dimensions: [(String, String)]) {
        var values: [String: String] = [:]
        for (name, value) in dimensions { values[MetricName.sanitized(name)] = value }
        pairs = values.map { Pair(name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    /// `{a="1",b="2"}`; nothing when there are no labels.
    var text: String { pairs.isEmpty ? "" : "{\(inner)}" }

    /// What stands before a further label: `{a="1",b="2",`.
    var opening: String { pairs.isEmpty ? "{" : "{\(inner)," }

    private var inner: String {
        pairs.map { "\($0.name)=\"\(MetricText.label($0.value))\"" }.joined(separator: ",")
    }

    static func < (left: LabelSet, right: LabelSet) -> Bool {
        left.pairs.lexicographicallyPrecedes(right.pairs) {
            ($0.name, $0.value) < ($1.name, $1.value)
        }
    }
}
