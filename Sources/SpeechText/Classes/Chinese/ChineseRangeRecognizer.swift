/// Scores, ratios and ranges: 3:1, 比分2-0, 5~7, 1990-1995.
struct ChineseRangeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), line.number(index) != nil,
            let (low, count) = line.amount(index, ChineseWording.numbers)
        else { return }
        let joint = index + count
        let touch = line.touches(joint)
        guard let mark = line[joint], mark.kind == .mark, touch == line.touches(joint + 1),
            let (high, length) = line.amount(joint + 1, ChineseWording.numbers), !high.negative,
            line.endsWord(joint + 1 + length)
        else { return }
        let end = joint + 1 + length
        let isScore = Self.isScore(line, index)
        let content: Semiotic
        if [":", "：", "∶"].contains(mark.text) {
            content = .range(.cardinal(low), .cardinal(high), word: "比")
        } else if touch, line.isDashOrTilde(joint), !line.isMark(end, "="), !line.isMark(end, "＝") {
            guard let joined = joined(low, high, isScore, line, index, joint, end) else { return }
            content = joined
        } else {
            return
        }
        candidates.append(Candidate(end - index, content, cost: isScore ? 12 : 24))
    }

    /// Two numbers with a dash between them.
    private func joined(
        _ low: Numeral, _ high: Numeral, _ isScore: Bool, _ line: Line, _ index: Int,
        _ joint: Int, _ end: Int
    ) -> Semiotic? {
        guard let a = low.value, let b = high.value else { return nil }
        // The first number has a sign: -5~5.
        if line.touches(index), line.isDash(index - 1) { return nil }
        if line.isBehind(index, Self.figures) || line.isAhead(end, Self.houses) && a >= b {
            return .range(.cardinal(low), .cardinal(high), word: "杠")
        }
        if isScore || line.isDash(joint) && isResult(low, high) {
            return .range(.cardinal(low), .cardinal(high), word: "比")
        }
        guard a < b || low.fraction != nil || high.fraction != nil else { return nil }
        if low.digits.utf8.count == 4, high.digits.utf8.count == 4,
            line.word(end) == "年" || Self.years.contains(a) && Self.years.contains(b)
        {
            return .range(.year(a), .year(b), word: "到")
        }
        // Two may be a count: 1-2个.
        return high.digits == "2" ? nil : .range(.cardinal(low), .cardinal(high), word: "到")
    }

    private static let years = 1900...2100
    private static let figures: Set<String> = ["图", "表", "例", "式", "附图", "附表", "习题"]
    private static let houses: Set<String> = ["号", "楼", "室", "栋", "单元", "幢"]

    /// Small numbers of which the first is not the less one.
    private func isResult(_ low: Numeral, _ high: Numeral) -> Bool {
        guard let a = low.value, let b = high.value else { return false }
        return a >= b && a < 200 && low.fraction == nil && low.digits.first != "0"
    }

    /// Whether the words around a pair of numbers speak of a game.
    static func isScore(_ line: Line, _ index: Int) -> Bool {
        line.isBehind(index, games)
            || line.isBehind(index, ["以"]) && line.isAhead(index + 3, results)
    }

    private static let results: Set<String> = [
        "战胜", "击败", "胜", "大胜", "完胜", "险胜", "获胜", "取胜", "力克", "轻取", "赢", "输", "负",
        "不敌", "领先", "落后", "战平", "逼平", "告负", "惜败", "惨败", "横扫", "逆转", "淘汰", "结束",
    ]
    private static let games: Set<String> = [
        "比分", "战胜", "击败", "领先", "落后", "战平", "大胜", "完胜", "逼平", "爆冷", "险胜",
        "惨败", "不敌", "比分是", "比分为", "总比分", "扳成", "改写为", "打成",
    ]
}
