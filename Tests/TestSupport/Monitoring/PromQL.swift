/// As much of Prometheus' language as tests have to understand.
public enum PromQL {
    private static let words: Set<Substring> = [
        "and", "or", "unless", "bool", "offset", "Inf", "NaN",
    ]

    /// The metrics that a query names.
    public static func metrics(in query: String) -> Set<String> {
        var text = query
        // Values, matchers, ranges and groupings name labels, and no metrics.
        text.replace(#/"[^"]*"/#, with: " ")
        text.replace(#/\{[^}]*\}/#, with: " ")
        text.replace(#/\[[^\]]*\]/#, with: " ")
        text.replace(
            #/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/#, with: " ")
        var names: Set<String> = []
        for match in text.matches(of: #/([a-zA-Z_][a-zA-Z0-9_:]*)(\s*\()?/#)
        where match.2 == nil && !words.contains(match.1) {
            names.insert(String(match.1))
        }
        return names
    }
}
