/// Dates that only the words before them tell: il 12/5, l'1 maggio, stagione 2023/24.
struct ItalianDateRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let first = line.number(index), line.startsWord(index) else { return }
        proposeElided(first, line, index, &candidates)
        proposeDays(first, line, index, &candidates)
        proposeStroke(first, line, index, &candidates)
    }

    /// L'1 maggio, which is no "primo".
    private func proposeElided(
        _ first: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard first == "1", line.isMark(index - 1, "'") || line.isMark(index - 1, "’"),
            line.touches(index), let word = line.word(index + 1),
            let month = ItalianWording.monthNames.firstIndex(of: word)
        else { return }
        var day = Day(day: 1, month: month + 1, dayFirst: true, hasArticle: true)
        candidates.append(Candidate(2, .date(day), cost: 11))
        if let year = line.number(index + 2), year.utf8.count == 4 {
            day.year = Int(year)
            candidates.append(Candidate(3, .date(day), cost: 11))
        }
    }

    /// Two numbers with a stroke: a day, a season, a month or the number of a law.
    private func proposeStroke(
        _ first: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.touchingMark(index + 1, "/"), let second = line.touchingNumber(index + 2),
            line.endsWord(index + 3), !line.touchingMark(index + 3, "/"), let a = Int(first),
            let b = Int(second)
        else { return }
        if first.utf8.count <= 2, second.utf8.count <= 2, (1...31).contains(a),
            (1...12).contains(b), second.first == "0" || isDated(line, index)
        {
            let day = Day(day: a, month: b, dayFirst: true)
            candidates.append(Candidate(3, .date(day), cost: 12))
        } else if first.utf8.count == 4, (1000...2999).contains(a),
            second.utf8.count == 4 && b == a + 1 || second.utf8.count == 2 && b == (a + 1) % 100
        {
            let content = Semiotic.range(
                .year(a), second.first == "0" ? .digits(second) : .year(b), word: "-")
            candidates.append(Candidate(3, content, cost: 14))
        } else if second.utf8.count == 4, (1800...2999).contains(b) {
            // 05/2021 is a month, 81/2008 a law.
            let content =
                first.first == "0" && (1...12).contains(a)
                ? Semiotic.date(Day(month: a, year: b, dayFirst: true))
                : .range(.cardinal(Numeral(digits: first)), .year(b), word: "del")
            candidates.append(Candidate(3, content, cost: 14))
        }
    }

    /// Dal 3 al 5 maggio: two days of a month with a dash between them.
    private func proposeDays(
        _ first: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard first.utf8.count <= 2, let a = Int(first), a > 0,
            line.isDash(index + 1), line.touches(index + 1),
            let second = line.touchingNumber(index + 2), let b = Int(second), a < b, b <= 31,
            let word = line.word(index + 3),
            let month = ItalianWording.monthNames.firstIndex(of: word)
        else { return }
        let low = a == 1 ? Semiotic.ordinal("1") : .cardinal(Numeral(digits: first))
        let high = Semiotic.date(Day(day: b, month: month + 1, dayFirst: true))
        let isBare = line.word(index - 1) == nil || !Self.dating.contains(line.lower[index - 1])
        let content = Semiotic.range(low, high, word: isBare ? ItalianRangeRecognizer.days : "-")
        candidates.append(Candidate(4, content, cost: 14))
    }

    private func isDated(_ line: Line, _ index: Int) -> Bool {
        guard let before = line.word(index - 1) else { return false }
        return Self.dating.contains(before)
    }

    private static let dating: Set<String> = [
        "il", "del", "al", "dal", "entro", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì",
        "sabato", "domenica", "lun", "mer", "gio", "ven", "sab", "dom", "data",
    ]
}
