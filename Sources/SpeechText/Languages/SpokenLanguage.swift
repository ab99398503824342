/// What a language brings to the pipeline: where its sentences end, which spans of a line are no
/// plain words, and how they are said.
protocol SpokenLanguage: Sendable {
    /// The recognisers of its classes; each proposes, the cheapest cover of the line wins.
    var recognizers: Recognizers { get }

    /// What the class is in words.
    func words(for content: Semiotic) -> String

    /// A token that no recogniser wanted, as it goes into the spoken text.
    func plain(_ token: Token) -> String

    /// Whether a sentence that ends in a terminator is over when this token comes next.
    func endsSentence(_ tokens: [Token], before next: Token) -> Bool

    /// Whether a quote closes the sentence before it though white space stands between them.
    func closesSentence(_ token: Token) -> Bool

    /// Where a sentence began within the last of these tokens, as the token after them shows.
    func lateStart(in tokens: [Token], before next: Token) -> Int?
}

extension SpokenLanguage {
    func closesSentence(_ token: Token) -> Bool { false }
    func lateStart(in tokens: [Token], before next: Token) -> Int? { nil }

    /// Quotes and dashes become those that every voice knows; marks without a sound go.
    func plain(_ token: Token) -> String {
        guard token.kind == .mark else { return token.text }
        switch token.scalar {
        case ".", ",", ";", ":", "!", "?", "¿", "¡", "\"", "'", "(", ")", "[", "]", "-":
            return token.text
        case "“", "”", "„", "«", "»": return "\""
        case "‘", "’", "‚", "ʼ", "`", "´": return "'"
        case "…": return "..."
        case "—", "–", "―": return " - "
        case "‐", "‑": return "-"
        case "।", "॥": return "।"
        case "。", "．": return "."
        case "，", "、": return ","
        case "！": return "!"
        case "？": return "?"
        case "：": return ":"
        case "；": return ";"
        default: return ""
        }
    }
}
