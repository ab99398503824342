/// Single figures beside Latin letters, which keep their English names: MP3, A4, 3D, 4K.
struct KoreanLoanNumeralRecognizer: Recognizer {
    static let names = [
        "제로", "원", "투", "쓰리", "포", "파이브", "식스", "세븐", "에이트", "나인",
    ]
    /// Letters that an English figure stands before.
    private static let letters = ["D": "디", "K": "케이", "X": "엑스"]

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count == 1, let value = Int(digits),
            !line.touchingMark(index + 1, ".") || line.touchingNumber(index + 2) == nil
        else { return }
        let name = Self.names[value]
        if line.touches(index), let before = line[index - 1], before.isAllUppercase,
            !before.isHangul, line.endsWord(index + 1) || line[index + 1]!.isAllUppercase,
            !(line.touchingWord(index + 1)?.hasPrefix("층") ?? false)
        {
            candidates.append(Candidate(1, .letters(name), cost: 9))
        } else if line.startsWord(index), let after = line[index + 1], line.touches(index + 1),
            let letter = Self.letters[after.text], line.endsWord(index + 2), value > 1
        {
            candidates.append(Candidate(2, .letters(name + letter), cost: 9))
        }
    }
}
