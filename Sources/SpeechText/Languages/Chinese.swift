/// Mandarin in simplified characters.
struct Chinese: SpokenLanguage {
    let recognizers = Recognizers(
        ChineseWording.wording.recognizers + [
            ChineseNumberRecognizer(), ChineseDateRecognizer(), ChineseTimeRecognizer(),
            ChineseMoneyRecognizer(), ChineseFractionRecognizer(), ChineseRangeRecognizer(),
            ChineseCallNumberRecognizer(), ChineseLettersRecognizer(), ChineseSymbolRecognizer(),
            PowerRecognizer(words: ChineseReadings.exponent),
        ])

    func words(for content: Semiotic) -> String { ChineseReadings.words(for: content) }

    /// The marks of the language's own writing stay: its voices learned from them.
    func plain(_ token: Token) -> String {
        guard token.kind == .mark else { return token.text }
        switch token.scalar {
        case "。", "，", "、", "！", "？", "：", "；", "…": return token.text
        case ".", ",", ";", ":", "!", "?", "\"", "'", "(", ")", "-": return token.text
        case "．", "｡": return "。"
        case "（", "【", "［": return "("
        case "）", "】", "］": return ")"
        case "“", "”", "「", "」", "『", "』": return "\""
        case "‘", "’": return "'"
        case "—", "–", "―": return " - "
        default: return ""
        }
    }
}
