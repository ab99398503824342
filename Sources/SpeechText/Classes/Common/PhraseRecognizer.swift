/// Abbreviations and marks that are said by other words than they are written with.
struct PhraseRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index] else { return }
        if token.kind == .word, line.startsWord(index),
            let (words, count) = line.phrase(index, in: wording.abbreviations)
        {
            // The dot of a last word ends the sentence as well, and stays.
            let keepsDot = line.isMark(index + count - 1, ".") && line.isLast(index + count - 1)
            let length = keepsDot ? count - 1 : count
            if length > 0 {
                candidates.append(Candidate(length, .abbreviation(words), cost: 8 * length - 1))
            }
        }
        if token.kind == .mark, let (words, count) = line.phrase(index, in: wording.symbols) {
            candidates.append(Candidate(count, .symbol(words), cost: 9))
        }
    }
}
