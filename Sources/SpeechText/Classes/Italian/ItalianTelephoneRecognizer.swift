/// Telephone numbers that the common rules miss: mobile ones, and those with a word before them.
struct ItalianTelephoneRecognizer: Recognizer {
    private static let mostGroups = 6

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = line.number(index) else { return }
        var groups: [String] = []
        var at = index
        while groups.count < Self.mostGroups, let group = line.number(at),
            groups.isEmpty || line[at]?.gap == .space || line.touches(at)
        {
            groups.append(group)
            at += 1
            let parts = line.isDash(at) || line.isMark(at, "/") || line.isMark(at, ".")
            if parts, line.touches(at), line.touchingNumber(at + 1) != nil { at += 1 }
        }
        let digits = groups.reduce(0) { $0 + $1.utf8.count }
        let isMobile = first.first == "3" && first.utf8.count == 3 && (9...10).contains(digits)
        let isMobileInOne = first.first == "3" && first.utf8.count == 10 && groups.count == 1
        let isFree = Self.free.contains(first) && groups.count > 1 && digits >= 6
        let isNamed = isNamed(line, index) && (3...13).contains(digits)
        guard isNamed || isFree || isMobile && groups.count > 1 || isMobileInOne,
            line.endsWord(at)
        else { return }
        let text = groups.joined(separator: ",")
        candidates.append(Candidate(at - index, .digits(text), cost: 18))
    }

    private func isNamed(_ line: Line, _ index: Int) -> Bool {
        var before = index - 1
        while before > index - 3, line.isMark(before, ":") || line.isMark(before, ".") {
            before -= 1
        }
        guard let word = line.word(before) else { return false }
        return Self.words.contains(word)
    }

    private static let free: Set<String> = ["800", "803", "840", "848", "892", "199"]

    private static let words: Set<String> = [
        "tel", "telefono", "cell", "cellulare", "fax", "whatsapp", "verde", "centralino", "iban",
    ]
}
