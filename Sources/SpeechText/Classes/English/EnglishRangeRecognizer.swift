/// 10-20, 1914–1918, 3:1, 2x8.
struct EnglishRangeRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        // Not the middle of b-2-3-c, nor a Boeing 737-800.
        guard line.startsWord(index), !(line.touches(index) && line.isDash(index - 1)),
            line.number(index) != nil, line.word(index - 1) != "boeing",
            let (low, count) = line.amount(index), let joint = line[index + count]
        else { return }
        let at = index + count + 1
        // Both sides touch, or neither does.
        guard line.touches(index + count) == line.touches(at),
            let (high, highCount) = line.amount(at),
            !high.negative
        else { return }
        let end = at + highCount
        guard line.endsWord(end) || EnglishRangeRecognizer.isUnit(line, end) else { return }
        let isJet =
            EnglishCodeRecognizer.isJet(low.digits) && line.touches(at)
            && high.digits.utf8.count == 3 && high.digits.hasSuffix("00")
        let goesOn = line.touches(end) && line.isDash(end) && line.touches(end + 1)
        if line.isDash(index + count), !line.isMark(end, "="), !isJet,
            !goesOn || line[end + 1]?.kind == .mark
        {
            let isHalves = Self.isSplit(low, high)
            let content = Semiotic.range(
                value(low), value(high, after: low), word: isHalves ? "" : "to")
            candidates.append(Candidate(end - index, content, cost: 33))
        } else if joint.isMark(":"), !line.touchingMark(end, ":"),
            min(low.digits.utf8.count, high.digits.utf8.count) < 4
        {
            // 25:30 is a time that somebody needed.
            let isTime =
                line.touches(at) && low.digits.utf8.count == 2 && high.digits.utf8.count == 2
                && (25...99).contains(low.value ?? 0) && (10...59).contains(high.value ?? 0)
            let content = Semiotic.range(
                .cardinal(low), .cardinal(high), word: isTime ? "" : "to")
            candidates.append(Candidate(end - index, content, cost: 32))
        } else if joint.isMark("×") && line.touches(at) || joint.text == "x" {
            // 2x4 m: the unit is that of the second.
            let words = EnglishNumbers.numeral(low) + " by"
            candidates.append(Candidate(count + 1, .symbol(words), cost: 26))
            // 1920x1080
            let isProduct = line.isMark(end, "=") || line.exponent(end) != nil
            let word = isProduct ? "times" : "by"
            let content = Semiotic.range(side(low), side(high), word: word)
            candidates.append(Candidate(end - index, content, cost: 30))
            // 2x4s
            if line.touchingWord(end) == "s", line.endsWord(end + 1), line.touches(at),
                high.fraction == nil, let size = high.value, size < 100
            {
                let boards = Semiotic.range(.cardinal(low), .decade(size), word: "by")
                candidates.append(Candidate(end + 1 - index, boards, cost: 14))
            }
        }
    }

    /// 50-50, 80-20, 24-7, and 20-20 vision.
    private static func isSplit(_ low: Numeral, _ high: Numeral) -> Bool {
        guard low.fraction == nil, high.fraction == nil, let low = low.value, let high = high.value
        else { return false }
        return (low, high) == (20, 20) || (low, high) == (24, 7)
            || low + high == 100 && low % 10 == 0
    }

    private static func isUnit(_ line: Line, _ end: Int) -> Bool {
        guard let word = line[end], word.kind == .word else { return false }
        return EnglishUnits.exact[word.text] != nil || word.text == "x"
    }

    private func side(_ numeral: Numeral) -> Semiotic {
        guard numeral.fraction == nil, numeral.digits.utf8.count == 4, let value = numeral.value
        else { return .cardinal(numeral) }
        return .year(value)
    }

    /// Both ends of 1914-18 and 1914-1918 are years.
    private func value(_ numeral: Numeral, after low: Numeral? = nil) -> Semiotic {
        if numeral.fraction == nil, let year = numeral.value, numeral.digits.utf8.count == 4,
            (1000...2100).contains(year)
        {
            return .year(year)
        }
        if numeral.digits.first == "0", numeral.digits.utf8.count == 2, low?.digits.utf8.count == 4
        {
            return .year(numeral.value ?? 0)
        }
        return .cardinal(numeral)
    }
}
