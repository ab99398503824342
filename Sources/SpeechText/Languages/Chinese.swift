/// Mandarin in simplified characters.
struct Chinese: SpokenLanguage {
    let recognizers = Recognizers(
        ChineseWording.wording.recognizers + [
            ChineseNumberRecognizer(), ChineseDateRecognizer(), ChineseTimeRecognizer(),
            ChineseMoneyRecognizer(), ChineseFractionRecognizer(), ChineseRangeRecognizer(),
            ChineseCallNumberRecognizer(), ChineseLettersRecognizer(), ChineseSymbolRecognizer(),
            PressureRecognizer(word: "比"),
            PowerRecognizer(
                minus: "负", squares: ["2": "的平方", "3": "的立方"],
                cardinal: { ChineseNumbers.cardinal($0) }, words: { "的" + $0 + "次方" }),
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
