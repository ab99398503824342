/// Amounts with a unit: 5 km, 60 km/h, 20 %, 21 °C, 3 m².
struct MeasureRecognizer: Recognizer {
    let wording: Wording

    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let (numeral, scale, at) = wording.scaledAmount(line, index) else { return }
        guard
            let (unit, length) = wording.unit.map({ $0(line, at) })
                ?? line.phrase(at, in: wording.units), line.endsWord(at + length),
            !line.isElided(at + length)
        else { return }
        // The dot of a last word ends the sentence as well, and stays.
        let end = at + length
        let keepsDot = length > 1 && line.isMark(end - 1, ".") && line.isLast(end - 1)
        candidates.append(
            Candidate(
                (keepsDot ? end - 1 : end) - index,
                .measure(numeral, scale: scale, unit: unit), cost: 13))
    }
}

extension Line {
    /// Whether an apostrophe ties what stands before this index to a next word: l'anno, d'eau.
    fileprivate func isElided(_ index: Int) -> Bool {
        (touchingMark(index, "'") || touchingMark(index, "’")) && touchingWord(index + 1) != nil
    }
}
