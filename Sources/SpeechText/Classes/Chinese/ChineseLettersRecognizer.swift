/// Initials as they are said: O2O with its "to", and letters that were set apart: c e o.
struct ChineseLettersRecognizer: Recognizer {
    private static let longest = 8

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard isLetter(line, index), line.startsWord(index) else { return }
        if line.touchingNumber(index + 1) == "2", isLetter(line, index + 2),
            line.touches(index + 2), line.endsWord(index + 3), line[index]!.isAllUppercase,
            // Water is read as it is written.
            line[index]!.text != "H"
        {
            let words = "\(line[index]!.text) to \(line[index + 2]!.text)"
            candidates.append(Candidate(3, .letters(words), cost: 9))
        }
        guard !(isLetter(line, index - 1) && line[index]!.gap == .space) else { return }
        var end = index + 1
        while end < index + Self.longest, isLetter(line, end), line[end]!.gap == .space { end += 1 }
        if end - index >= 3, line.endsWord(end) {
            let letters = line.tokens[index..<end].map { $0.text.uppercased() }.joined()
            candidates.append(Candidate(end - index, .letters(letters), cost: 9))
        }
    }

    private func isLetter(_ line: Line, _ index: Int) -> Bool {
        line.word(index).map { $0.utf8.count == 1 } ?? false
    }
}
