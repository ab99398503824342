/// Days of the week in two letters: Mo-Fr, Sa 10 Uhr, Fr., 3. Mai.
struct GermanWeekdayRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let day = weekday(line, index) else { return }
        let isDotted = line.touchingMark(index + 1, ".")
        let end = isDotted ? index + 2 : index + 1
        proposeRange(from: day, line, index, dash: end, &candidates)
        let beforeNumber =
            line.number(end) != nil && !line.touches(end)
            || line.touchingMark(end, ",") && line.number(end + 1) != nil
        let isWord = ["so", "do"].contains(line.lower[index])
        let isBehindDot = line.isMark(end, ",") || line.isDash(end) || line[end]?.isCloser ?? false
        // "Sa. ist zu", but not "So. ging es"
        let goesOn = !isWord && line[end]?.startsLowercase ?? false && !line.touches(end)
        guard isDotted ? beforeNumber || isBehindDot || goesOn : beforeNumber && !isWord else {
            return
        }
        candidates.append(Candidate(end - index, .abbreviation(day), cost: 8))
    }

    /// Mo-Fr, Mo.–Fr.
    private func proposeRange(
        from first: String, _ line: Line, _ index: Int, dash: Int, _ candidates: inout [Candidate]
    ) {
        guard line.isDash(dash), line.touches(dash) == line.touches(dash + 1),
            let last = weekday(line, dash + 1), line.endsWord(dash + 2)
        else { return }
        let isDotted = line.touchingMark(dash + 2, ".") && !line.isLast(dash + 2)
        let end = isDotted ? dash + 3 : dash + 2
        let words = first + " bis " + last
        candidates.append(Candidate(end - index, .abbreviation(words), cost: 12))
    }

    private func weekday(_ line: Line, _ index: Int) -> String? {
        guard let token = line[index], token.startsUppercase else { return nil }
        return GermanWords.weekdays[line.lower[index]]
    }
}
