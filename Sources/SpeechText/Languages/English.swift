/// English, with American readings.
struct English: SpokenLanguage {
    let recognizers: [any Recognizer] = [
        EnglishNumberRecognizer(), EnglishDateRecognizer(), EnglishTimeRecognizer(),
        EnglishMoneyRecognizer(), EnglishMeasureRecognizer(), EnglishFractionRecognizer(),
        EnglishRangeRecognizer(), EnglishTelephoneRecognizer(), EnglishRomanRecognizer(),
        EnglishAddressRecognizer(),
        EnglishAbbreviationRecognizer(), ElectronicRecognizer(), EnglishSymbolRecognizer(),
    ]

    func words(for content: Semiotic) -> String { EnglishReadings.words(for: content) }

    /// Quotes and dashes become those that every voice knows; marks without a sound go.
    func plain(_ token: Token) -> String {
        guard token.kind == .mark else { return token.text }
        switch token.text {
        case ".", ",", ";", ":", "!", "?", "\"", "'", "(", ")", "-": return token.text
        case "“", "”", "„", "«", "»": return "\""
        case "‘", "’", "‚", "ʼ", "`", "´": return "'"
        case "…": return "..."
        case "—", "–", "―": return " - "
        case "‐", "‑": return "-"
        case "。": return "."
        case "，", "、": return ","
        case "！": return "!"
        case "？": return "?"
        case "：": return ":"
        case "；": return ";"
        default: return ""
        }
    }
}
