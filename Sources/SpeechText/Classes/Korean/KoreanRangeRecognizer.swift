/// The mark between the ends of a range or of a score: 5~10%, 3월~5월, 2-1로, 16:9.
struct KoreanRangeRecognizer: Recognizer {
    static let tildes: Set<String> = ["~", "〜", "∼", "～"]
    private static let format = Wording.korean.numbers

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposePair(line, index, &candidates)
        guard let mark = line[index], mark.kind == .mark, let left = line[index - 1] else { return }
        if Self.tildes.contains(mark.text) {
            proposeTilde(left, line, index, &candidates)
        } else if line.touches(index), let (_, count) = line.amount(index + 1, Self.format),
            line.touches(index + 1), let words = joint(left, line, index, index + 1 + count)
        {
            candidates.append(Candidate(1, .symbol(words), cost: 9))
        }
    }

    private func proposeTilde(
        _ left: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        let isBehindNumber = left.kind == .number || line.number(index - 2) != nil
        guard isBehindNumber || left.isCloser || left.isHangul else { return }
        if line.isSign(index + 1), line.number(index + 2) != nil {
            candidates.append(Candidate(2, .symbol("에서 마이너스 "), cost: 17))
        } else if let (_, count) = line.amount(index + 1, Self.format) {
            candidates.append(Candidate(1, .symbol(from(line, index + 1 + count)), cost: 9))
        } else if isBehindNumber, line.touches(index) {
            candidates.append(Candidate(1, .symbol("부터 "), cost: 9))
        }
    }

    /// A dash or a colon between two numbers; `end` is behind the second one.
    private func joint(_ left: Token, _ line: Line, _ index: Int, _ end: Int) -> String? {
        if line.isMark(index, ":") { return left.kind == .number ? " 대 " : nil }
        guard line.isDash(index) else { return nil }
        guard left.kind == .number else {
            return line.number(index - 2) != nil ? from(line, end) : nil
        }
        // Of a house, and of anything in more parts than two.
        if line.isDash(end) && line.touches(end) || line.isDash(index - 2) { return " 다시 " }
        let next = line.word(end) ?? ""
        if Self.behindScore.contains(where: next.hasPrefix) { return " 대 " }
        return isLess(line, index) ? from(line, end) : " 다시 "
    }

    /// 부터 from a time on, 에서 from an amount on.
    private func from(_ line: Line, _ end: Int) -> String {
        if line.touchingMark(end, ":") || isDate(line, end) { return "부터 " }
        guard let counter = line.word(end).flatMap(KoreanCounters.counter) else { return "에서 " }
        return KoreanCounters.isOfTime(counter) ? "부터 " : "에서 "
    }

    /// Whether figures of a date go on behind its year.
    private func isDate(_ line: Line, _ end: Int) -> Bool {
        guard let mark = line[end], mark.gap == .none, [".", "-", "/"].contains(mark.text) else {
            return false
        }
        return line.number(end + 1) != nil && line.touchingMark(end + 2, mark.scalar)
    }

    private func isLess(_ line: Line, _ index: Int) -> Bool {
        guard let low = line.number(index - 1).flatMap({ Int($0) }),
            let high = line.number(index + 1).flatMap({ Int($0) })
        else { return false }
        return low < high
    }

    /// 2~3명: two neighbours before a native counter are one word.
    private func proposePair(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let low = line.number(index), low.utf8.count == 1, let value = Int(low), value > 0,
            let mark = line[index + 1], mark.gap == .none,
            Self.tildes.contains(mark.text) || line.isDash(index + 1) || mark.isMark(","),
            line.touchingNumber(index + 2) == String(value + 1), value < 9,
            let counter = line.word(index + 3).flatMap(KoreanCounters.counter),
            counter != "시", counter != "번", KoreanCounters.isNative(counter, value)
        else { return }
        let high = Numeral(digits: String(value + 1))
        let content = Semiotic.range(.cardinal(Numeral(digits: low)), .cardinal(high), word: "")
        candidates.append(Candidate(3, content, cost: 18))
    }

    private static let behindScore = [
        "로", "으로", "승", "패", "무승부", "완승", "완패", "역전", "동점", "대승", "대패", "신승",
    ]
}
