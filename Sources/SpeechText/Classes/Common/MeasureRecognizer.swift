/// Amounts with a unit: 5 km, 60 km/h, 20 %, 21 °C, 3 m².
struct MeasureRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let (numeral, count) = line.amount(index, wording.numbers),
            line.startsWord(index) || numeral.negative
        else { return }
        var at = index + count
        var scale: String?
        if let words = wording.scale(line, at) {
            scale = words(numeral)
            at += line.touchingMark(at + 1, ".") ? 2 : 1
        }
        guard let (unit, written) = line.phrase(at, in: wording.units),
            line.endsWord(at + written)
        else { return }
        // The dot of a short unit ends the sentence as well, and stays.
        let keepsDot = line.isMark(at + written - 1, ".") && line.isLast(at + written - 1)
        let length = keepsDot ? written - 1 : written
        candidates.append(
            Candidate(
                at + length - index, .measure(numeral, scale: scale, unit: unit), cost: 13))
    }
}
