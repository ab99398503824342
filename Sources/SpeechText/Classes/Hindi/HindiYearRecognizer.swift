/// Four figures that words around them tell to be a year, and spans of years.
struct HindiYearRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), line.startsWord(index), digits.first != "0",
            let year = Int(digits)
        else { return }
        if line.touches(index + 1), line.isDash(index + 1),
            let last = line.touchingNumber(index + 2), let end = Int(last), line.endsWord(index + 3)
        {
            proposeSpan(year, end, digits, last, line, index, &candidates)
        }
        // 1990s
        if digits.utf8.count == 4, digits.last == "0", line.touchingWord(index + 1) == "s",
            line.endsWord(index + 2)
        {
            candidates.append(Candidate(2, .decade(year), cost: 11))
        }
        guard digits.utf8.count == 4, line.endsWord(index + 1), !isDecimal(line, index) else {
            return
        }
        let isNamed = line.word(index - 1).map(Self.beforeYear.contains) ?? false
        if isNamed || isBehindDay(line, index) {
            candidates.append(Candidate(1, .year(year), cost: 11))
        } else if (1100...2099).contains(year), let after = line.word(index + 1),
            Self.behindYear.contains(after)
        {
            candidates.append(Candidate(1, .year(year), cost: 14))
        }
    }

    /// 1920-26, 1939-1945; 300-250 before an era.
    private func proposeSpan(
        _ year: Int, _ end: Int, _ digits: String, _ last: String, _ line: Line, _ index: Int,
        _ candidates: inout [Candidate]
    ) {
        let years = 1100...2099
        let isShort = last.utf8.count == 2 && years.contains(year) && end > year % 100
        let isFull = last.utf8.count == 4 && years.contains(year) && years.contains(end)
        let isOld = digits.utf8.count <= 4 && last.utf8.count <= 4 && hasEra(line, index + 3)
        guard isShort || isFull && year < end || isOld else { return }
        candidates.append(Candidate(3, .range(.year(year), .year(end), word: "से"), cost: 12))
    }

    private func hasEra(_ line: Line, _ index: Int) -> Bool {
        guard let word = line.word(index) else { return false }
        return word == "ई" && line.touchingMark(index + 1, ".") || Self.eras.contains(word)
    }

    private func isDecimal(_ line: Line, _ index: Int) -> Bool {
        line.touchingMark(index + 1, ".") && line.touchingNumber(index + 2) != nil
            || line.touches(index)
    }

    /// 15 अगस्त, 1947 and अगस्त 15, 1947.
    private func isBehindDay(_ line: Line, _ index: Int) -> Bool {
        guard line.isMark(index - 1, ",") else { return false }
        let months = Wording.hindi.months
        if let word = line.word(index - 2) { return months[word] != nil }
        guard line.number(index - 2) != nil, let word = line.word(index - 3) else { return false }
        return months[word] != nil
    }

    private static let eras: Set<String> = ["ईसा", "ईसापूर्व", "ईस्वी", "ईसवी", "ईपू"]
    private static let beforeYear: Set<String> = [
        "सन", "सन्", "साल", "वर्ष", "संवत", "संवत्", "सत्र",
    ]
    private static let behindYear: Set<String> = [
        "का", "की", "के", "को", "में", "से", "तक", "ई", "ईस्वी", "ईसवी", "ईसा", "वाला", "वाली",
        "वाले",
    ]
}
