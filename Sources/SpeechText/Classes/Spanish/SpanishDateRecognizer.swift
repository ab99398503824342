/// Dates with the month first, and numbers of an era: junio 21 2021, abr. 22, 300 a. C.
struct SpanishDateRecognizer: Recognizer {
    let wording: Wording

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let (era, count) = line.phrase(index, in: Self.eras), !line.touches(index),
            isNumbered(line, index - 1)
        {
            let end = index + count
            // The dot of a last word ends the sentence as well, and stays.
            let length = line.isMark(end - 1, ".") && line.isLast(end - 1) ? count - 1 : count
            candidates.append(Candidate(length, .abbreviation(era), cost: 5))
        }
        proposeDecade(line, index, &candidates)
        proposeWithWeekday(line, index, &candidates)
        guard line.startsWord(index), let word = line.word(index),
            let month = wording.months[word]
        else { return }
        let dotted = line.touchingMark(index + 1, ".")
        let at = dotted ? index + 2 : index + 1
        guard let day = line.number(at), !line.touches(at), day.utf8.count <= 2,
            let value = Int(day), (1...31).contains(value), line.endsWord(at + 1),
            isAlone(line, at + 1)
        else { return }
        var date = Day(day: value, month: month, dayFirst: true)
        candidates.append(Candidate(at + 1 - index, .date(date), cost: 15))
        let joint = line.isMark(at + 1, ",") || Self.joints.contains(line.word(at + 1) ?? "")
        let end = joint ? at + 2 : at + 1
        guard let year = line.number(end), year.utf8.count == 4, line.endsWord(end + 1) else {
            return
        }
        date.year = Int(year)
        candidates.append(Candidate(end + 1 - index, .date(date), cost: 15))
    }

    /// Lunes 5/2; without the weekday it is a fraction rather.
    private func proposeWithWeekday(
        _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let before = line.word(index - 1), Self.weekdays.contains(before),
            let day = line.number(index).flatMap({ Int($0) }), (1...31).contains(day),
            line.touchingMark(index + 1, "/"),
            let month = line.touchingNumber(index + 2).flatMap({ Int($0) }),
            (1...12).contains(month), line.endsWord(index + 3)
        else { return }
        let date = Day(day: day, month: month, dayFirst: true)
        candidates.append(Candidate(3, .date(date), cost: 12))
    }

    /// Los 1980s.
    private func proposeDecade(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count == 4, digits.last == "0",
            let year = Int(digits), (1100...2100).contains(year), line.startsWord(index),
            line.touchingWord(index + 1) == "s", line.endsWord(index + 2)
        else { return }
        candidates.append(Candidate(2, .decade(year), cost: 11))
    }

    /// No larger number begins there, and none of a time.
    private func isAlone(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), let mark = line[index], mark.kind == .mark else { return true }
        return line.touchingNumber(index + 1) == nil && mark.text != "%"
    }

    private func isNumbered(_ line: Line, _ index: Int) -> Bool {
        guard let token = line[index] else { return false }
        return token.kind == .number || RomanNumeral.value(token.text.uppercased()) != nil
    }

    private static let weekdays: Set<String> = [
        "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "día",
    ]
    private static let joints: Set<String> = ["de", "del"]

    private static let eras: PhraseTable<String> = [
        "a.c.": "antes de Cristo", "d.c.": "después de Cristo", "ac": "antes de Cristo",
        "dc": "después de Cristo", "a.c": "antes de Cristo", "d.c": "después de Cristo",
        "a.j.c.": "antes de Jesucristo", "d.j.c.": "después de Jesucristo",
        "a.e.c.": "antes de la era común", "aec": "antes de la era común",
        "e.c.": "era común", "ec": "era común", "a.n.e.": "antes de nuestra era",
        "ane": "antes de nuestra era", "d.n.e.": "de nuestra era",
    ]
}
