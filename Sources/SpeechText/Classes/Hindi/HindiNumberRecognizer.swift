/// 21 वीं, an ordinal whose ending stands apart; round numbers of any size; serial numbers.
struct HindiNumberRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index) else { return }
        if line.touches(index), let before = line[index - 1], before.isAllUppercase,
            digits.utf8.count >= 3
        {
            candidates.append(Candidate(1, .digits(digits), cost: 11))
        }
        guard line.startsWord(index) else { return }
        // 4K, which is no temperature without a space.
        if let token = line[index + 1], token.gap == .none, token.text == "K",
            line.endsWord(index + 2)
        {
            let content = Semiotic.measure(
                Numeral(digits: digits), scale: nil, unit: Unit("के", "के"))
            candidates.append(Candidate(2, content, cost: 12))
        }
        // Without its nasal the ending is a word: 5 वे.
        if let ending = line.word(index + 1), !line.touches(index + 1),
            HindiOrdinals.endings.contains(ending), ending.unicodeScalars.count > 2
        {
            candidates.append(Candidate(2, .ordinal(digits, Form(ending: ending)), cost: 13))
        }
        // Long runs are said one by one, but nobody says so many zeros.
        if digits.hasSuffix("000000"), digits.first != "0", line.endsWord(index + 1) {
            candidates.append(Candidate(1, .cardinal(Numeral(digits: digits)), cost: 18))
        }
    }
}
