/// 21 वीं: an ordinal whose ending stands apart.
struct HindiOrdinalRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index), line.startsWord(index), !line.touches(index + 1),
            let ending = line.word(index + 1), HindiOrdinals.endings.contains(ending),
            ending.unicodeScalars.count > 2
        else { return }
        candidates.append(Candidate(2, .ordinal(digits, Form(ending: ending)), cost: 13))
    }
}
