/// Years from 1100 to 1999, which are said in hundreds, and seasons: 2023/24.
struct GermanYearRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count == 4, let year = Int(digits),
            line.startsWord(index), !isDecimal(line, index)
        else { return }
        proposeSeason(year, line, index, &candidates)
        guard (1100...1999).contains(year), line.endsWord(index + 1) || isDecade(line, index + 1)
        else { return }
        if isDecade(line, index + 1) {
            candidates.append(Candidate(2, .decade(year), cost: 12))
        } else if let cost = cost(of: year, line, index) {
            candidates.append(Candidate(1, .year(year), cost: cost))
        }
    }

    /// 1990er
    private func isDecade(_ line: Line, _ index: Int) -> Bool {
        guard let word = line.touchingWord(index) else { return false }
        return word == "er" && line.endsWord(index + 1)
    }

    private func proposeSeason(
        _ year: Int, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard (1100...2099).contains(year), line.touchingMark(index + 1, "/"),
            let next = line.touchingNumber(index + 2), line.endsWord(index + 3)
        else { return }
        if next.utf8.count == 4, Int(next) == year + 1 {
            candidates.append(
                Candidate(3, .range(.year(year), .year(year + 1), word: ""), cost: 12))
        } else if next.utf8.count == 2, Int(next) == (year + 1) % 100 {
            let second = Semiotic.cardinal(Numeral(digits: next))
            candidates.append(Candidate(3, .range(.year(year), second, word: ""), cost: 12))
        }
    }

    private func isDecimal(_ line: Line, _ index: Int) -> Bool {
        line.touches(index) && (line.isMark(index - 1, ",") || line.isMark(index - 1, "."))
            && line.touches(index - 1) && line.number(index - 2) != nil
    }

    /// What counts stands before a noun, a year hardly ever does.
    private func cost(of year: Int, _ line: Line, _ index: Int) -> Int? {
        if let before = line.word(index - 1), Self.yearWords.contains(before) { return 15 }
        if let after = line.word(index + 1), Self.eras.contains(after) { return 15 }
        if let next = line[index + 1] {
            let counts = next.startsUppercase && !line.isMark(index + 1, ".")
            let calculates = ["+", "=", "*", "×", "÷", "^"].contains(next.text)
            if counts || calculates { return nil }
        }
        if let before = line.word(index - 1), Self.prepositions.contains(before) { return 15 }
        let isInText = (line.tokens.count > 2 || year >= 1900) && !line.isMark(index - 1, "=")
        let isNumbered = line.isMark(index - 1, ".") || line.word(index - 1) == "nummer"
        return year >= 1500 && isInText && !isNumbered ? 18 : nil
    }

    private static let yearWords: Set<String> = GermanWords.set(
        """
        jahr jahre jahren jahres anno seit sommer winter frühjahr frühling herbst wm em weihnachten
        ostern ende anfang mitte geboren gestorben gegründet silvester
        """
    ).union(GermanWords.months.keys)
    private static let eras: Set<String> = ["v", "n", "vor", "nach"]
    private static let prepositions = GermanWords.set("in um von bis ab nach vor zwischen im und")
}
