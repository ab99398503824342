/// Names of models and the like: letters, a dash, figures: F-35A, KF-21, COVID-19.
struct KoreanModelRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.isAllUppercase, line.startsWord(index),
            token.text.allSatisfy(\.isASCII), token.text.utf8.count <= 6,
            line.touches(index + 1), line.isDash(index + 1),
            let digits = line.touchingNumber(index + 2), digits.utf8.count <= 4,
            !(line.touches(index + 3) && line.isDash(index + 3))
        else { return }
        let isSpelled = KoreanLetterRecognizer.isSpelled(token.text)
        var words = isSpelled ? KoreanLetters.spelled(token.text) : token.text
        words += " " + number(digits)
        var end = index + 3
        // A variant: the A of F-35A.
        if let variant = line[end], line.touches(end), variant.isAllUppercase,
            variant.text.utf8.count <= 2
        {
            words += KoreanLetters.spelled(variant.text)
            end += 1
        }
        guard line.endsWord(end) else { return }
        candidates.append(Candidate(end - index, .letters(words), cost: 20))
    }

    private func number(_ digits: String) -> String {
        switch digits.utf8.count {
        case 1: KoreanLoanNumeralRecognizer.names[Int(digits)!]
        case 2 where digits.first != "0": KoreanNumbers.cardinal(digits)
        default: KoreanNumbers.spelled(digits)
        }
    }
}
