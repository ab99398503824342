/// Cardinals, decimals, ordinals, years and decades.
struct EnglishNumberRecognizer: Recognizer {
    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let digits = line.number(index) {
            proposeOrdinal(digits, line, index, &candidates)
            proposeDecade(digits, line, index, &candidates)
            proposeYear(digits, line, index, &candidates)
            if isSpelled(digits) {
                candidates.append(Candidate(1, .digits(digits), cost: 19))
            }
        }
        if line.isMark(index, "'") || line.isMark(index, "’") || line.isMark(index, "‘"),
            let digits = line.touchingNumber(index + 1), digits.utf8.count == 2
        {
            proposeShortYear(digits, line, index, &candidates)
        }
        guard line.mayBeginAmount(index) else { return }
        proposeScientific(line, index, &candidates)
        proposeSpaced(line, index, &candidates)
        proposeThousands(line, index, &candidates)
        if let (numeral, count) = line.amount(index) {
            // 1,000th
            if count > 1, numeral.fraction == nil, !numeral.negative,
                let suffix = line.touchingWord(index + count), line.endsWord(index + count + 1),
                Self.suffixes(numeral.digits).contains(suffix)
            {
                candidates.append(Candidate(count + 1, .ordinal(numeral.digits), cost: 12))
            }
            candidates.append(Candidate(count, .cardinal(numeral), cost: 20))
            // Where the rest of it belongs to what follows.
            if count > 1, let digits = line.number(index) {
                candidates.append(Candidate(1, .cardinal(Numeral(digits: digits)), cost: 60))
            }
        }
    }

    /// 25 000, 1 000 000: thousands with spaces between them.
    private func proposeSpaced(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), var digits = line.number(index), digits.utf8.count <= 3,
            digits.first != "0", line.number(index - 1) == nil
        else { return }
        var end = index + 1
        while end < index + 8, let group = line.number(end), group.utf8.count == 3,
            line[end]!.gap == .space
        {
            digits += group
            end += 1
        }
        // "3 100 pound bags" are three.
        let isOne = end > index + 2 || digits.utf8.count > 4 || digits.hasSuffix("000")
        // 1 234 567, but not 555 123 456
        let isRound = digits.hasSuffix("00") || end > index + 2 && digits.utf8.count % 3 != 0
        guard end > index + 1, isOne, isRound, line.endsWord(end), line.number(end) == nil
        else { return }
        candidates.append(Candidate(end - index, .cardinal(Numeral(digits: digits)), cost: 15))
    }

    /// 100s of people, 1,000s: so many that nobody counts.
    private func proposeThousands(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let (numeral, count) = line.amount(index),
            numeral.fraction == nil, !numeral.negative,
            let name = Self.powers[numeral.digits], line.touchingWord(index + count) == "s",
            line.endsWord(index + count + 1), count > 1 || line.word(index + 2) == "of"
        else { return }
        candidates.append(Candidate(count + 1, .symbol(name), cost: 10))
    }

    private static let powers = [
        "10": "tens", "100": "hundreds", "1000": "thousands", "10000": "tens of thousands",
        "100000": "hundreds of thousands", "1000000": "millions",
    ]

    private func proposeOrdinal(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let suffix = line.touchingWord(index + 1), line.endsWord(index + 2) else { return }
        // 3D is no 3d.
        guard Self.suffixes(digits).contains(suffix), line.tokens[index + 1].text != "D" else {
            return
        }
        candidates.append(Candidate(2, .ordinal(digits), cost: 12))
    }

    /// What the ordinal of these digits may end in: 1st, 2nd, 22d, 11th.
    private static func suffixes(_ digits: String) -> Set<String> {
        guard digits.utf8.count < 2 || digits.suffix(2).first != "1" else { return ["th"] }
        return switch digits.last {
        case "1": ["st"]
        case "2": ["nd", "d"]
        case "3": ["rd", "d"]
        default: ["th"]
        }
    }

    /// 1980s, 1980's, 80s.
    private func proposeDecade(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard digits.last == "0", digits.utf8.count == 4 || digits.utf8.count == 2,
            let year = Int(digits),
            digits.utf8.count == 4 ? (1100...2100).contains(year) : year > 10,
            line.startsWord(index)
        else { return }
        var count = 1
        if line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’") { count += 1 }
        // A text that was cut into words has a space there.
        let spaced = count == 1 && digits.utf8.count == 4 && line.word(index + 1) == "s"
        guard line.touchingWord(index + count) == "s" || spaced, line.endsWord(index + count + 1)
        else { return }
        candidates.append(Candidate(count + 1, .decade(year), cost: 12))
    }

    /// '69 and '60s.
    private func proposeShortYear(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let year = Int(digits) else { return }
        // The mid-'60s
        if line.touchingWord(index + 2) == "s", digits.last == "0",
            line.startsFresh(index) || line.isMark(index - 1, "-")
        {
            candidates.append(Candidate(3, .decade(year), cost: 12))
        }
        guard line.startsFresh(index), line.endsWord(index + 2) else { return }
        candidates.append(Candidate(2, .year(year), cost: 22))
        // '20-'21
        if line.isDash(index + 2), line.touches(index + 2), line.touches(index + 3),
            let mark = line[index + 3], mark.scalar == line.tokens[index].scalar,
            let last = line.touchingNumber(index + 4), last.utf8.count == 2,
            line.endsWord(index + 5)
        {
            let content = Semiotic.range(.year(year), .year(Int(last)!), word: "to")
            candidates.append(Candidate(5, content, cost: 22))
        }
    }

    /// Four digits without a separator are a year more often than a count.
    private func proposeYear(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.startsWord(index), let year = Int(digits) else { return }
        if digits.utf8.count == 3 || digits.utf8.count == 4, digits.first != "0",
            hasEra(line, index + 1)
        {
            candidates.append(Candidate(1, .year(year), cost: 11))
        }
        guard digits.utf8.count == 4, (1000...2999).contains(year) else { return }
        // 1,999 and 0.1999 belong to the number before them.
        if line.touches(index), line.isMark(index - 1, ".") || line.isMark(index - 1, ","),
            line.number(index - 2) != nil, line.touches(index - 1)
        {
            return
        }
        var cost = (1100...2100).contains(year) ? 16 : 24
        if let before = line.word(index - 1), Self.beforeYear.contains(before) { cost = 12 }
        // "In 2020 people stayed"
        let opens = index == 1 && line.word(0) == "in"
        if let after = line.word(index + 1), !line.touches(index + 1), !opens,
            line.tokens[index + 1].startsLowercase, EnglishWords.counted.contains(after)
        {
            cost = 30
        }
        candidates.append(Candidate(1, .year(year), cost: cost))
    }

    /// BC, A.D. and the like.
    private func hasEra(_ line: Line, _ index: Int) -> Bool {
        guard let token = line[index], token.isAllUppercase else { return false }
        if ["BC", "AD", "BCE", "CE"].contains(token.text) { return true }
        return line.touchingMark(index + 1, ".")
            && ["B.C", "A.D", "C.E"].contains(token.text + "." + (line[index + 2]?.text ?? ""))
    }

    /// Leading zeros and very long runs are read digit by digit.
    private func isSpelled(_ digits: String) -> Bool {
        digits.utf8.count > 15 || (digits.first == "0" && digits.utf8.count > 1)
    }

    private static let beforeYear: Set<String> = [
        "in", "since", "until", "till", "by", "from", "year", "after", "before", "spring", "summer",
        "autumn", "fall", "winter", "early", "late", "mid", "during", "circa",
    ]

    /// 6.02e23, 1e-9.
    private func proposeScientific(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let (numeral, count) = line.amount(index),
            let mark = line[index + count], mark.gap == .none,
            mark.text == "e" || mark.text == "E" && numeral.fraction != nil
        else { return }
        var at = index + count + 1
        let isNegative = line.isSign(at) && line.touches(at)
        if isNegative || line.touchingMark(at, "+") { at += 1 }
        guard let power = line.touchingNumber(at), power.utf8.count < 4, line.endsWord(at + 1)
        else { return }
        let words =
            EnglishNumbers.numeral(numeral) + " times ten to the power of "
            + (isNegative ? "minus " : "") + EnglishNumbers.cardinal(power)
        candidates.append(Candidate(at + 1 - index, .symbol(words), cost: 12))
    }
}
