/// Two numbers with a mark between them whose meaning the words around tell: 3/14 as a date, 8/10
/// as a mark, 1:30 as a ratio, 3/4 as a time of music.
struct EnglishPairRecognizer: Recognizer {
    /// How far back a cue may stand.
    private static let reach = 5

    /// Whether 5/3 is in March.
    let isDayFirst: Bool

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeSeason(line, index, &candidates)
        proposeMonth(line, index, &candidates)
        proposeStars(line, index, &candidates)
        guard line.startsWord(index), !(line.touches(index) && line.isDash(index - 1)),
            let first = line.number(index), first.utf8.count <= 3,
            let mark = line[index + 1], mark.gap == .none, mark.kind == .mark,
            let second = line.touchingNumber(index + 2), second.utf8.count <= 3,
            line.endsWord(index + 3), !continues(line, index + 3), let low = Int(first),
            let high = Int(second)
        else { return }
        let content: Semiotic?
        switch mark.scalar {
        case "/":
            content =
                part(line, index, low, high) ?? score(line, index, low, high)
                ?? date(line, index, low, high, isSlash: true)
        case "-", "–":
            content =
                difference(line, index, low, high) ?? date(line, index, low, high, isSlash: false)
        case ":": content = ratio(line, index, low, high)
        default: content = nil
        }
        if let content { candidates.append(Candidate(3, content, cost: 11)) }
    }

    /// 12/2020: a month of a year; 1/2020 is rather a fraction.
    private func proposeMonth(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsFresh(index), let first = line.number(index), first.utf8.count <= 2,
            first != "1", line.touchingMark(index + 1, "/"),
            let second = line.touchingNumber(index + 2), second.utf8.count == 4,
            line.endsWord(index + 3), !line.touchingMark(index + 3, "/"),
            let month = Int(first), (1...12).contains(month), let year = Int(second),
            (1900...2100).contains(year)
        else { return }
        candidates.append(
            Candidate(3, .date(Day(month: month, year: year, dayFirst: false)), cost: 14))
    }

    /// 2019/20: two years that follow each other.
    private func proposeSeason(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let first = line.number(index), first.utf8.count == 4,
            line.touchingMark(index + 1, "/"), let second = line.touchingNumber(index + 2),
            line.endsWord(index + 3), !line.touchingMark(index + 3, "/"), let year = Int(first),
            (1800...2100).contains(year),
            second == String(year + 1) || second == String(year + 1).suffix(2)
        else { return }
        let content = Semiotic.range(.year(year), .year(Int(second)!), word: "")
        candidates.append(Candidate(3, content, cost: 14))
    }

    /// 4.5/5 stars
    private func proposeStars(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let (low, count) = line.amount(index), low.fraction != nil,
            line.touchingMark(index + count, "/"),
            let high = line.touchingNumber(index + count + 1), ["5", "10", "100"].contains(high),
            line.endsWord(index + count + 2)
        else { return }
        let content = Semiotic.range(
            .cardinal(low), .cardinal(Numeral(digits: high)), word: "out of")
        candidates.append(Candidate(count + 2, content, cost: 14))
    }

    /// A third number follows.
    private func continues(_ line: Line, _ index: Int) -> Bool {
        guard let mark = line[index], mark.gap == .none, mark.kind == .mark else { return false }
        return line.touchingNumber(index + 1) != nil || mark.text == "%" || mark.text == "°"
    }

    /// Page 3/10, step 2/5: one of so many.
    private func part(_ line: Line, _ index: Int, _ low: Int, _ high: Int) -> Semiotic? {
        guard let word = line.word(index - 1), Self.parts.contains(word), low <= high else {
            return nil
        }
        return .symbol(EnglishNumbers.cardinal(low) + " of " + EnglishNumbers.cardinal(high))
    }

    private static let parts: Set<String> = [
        "page", "step", "part", "slide", "task", "question", "episode", "lap", "item", "round",
        "track", "disc", "volume", "photo", "image", "attempt", "message",
    ]

    /// "What is 10-4?", the 4-3 defense, and the 10-4 of those who speak by radio.
    private func difference(_ line: Line, _ index: Int, _ low: Int, _ high: Int) -> Semiotic? {
        let words = [low, high].map { EnglishNumbers.cardinal($0) }
        let isAlone = index == 0 && line[3]?.kind != .word
        if (low, high) == (10, 4), isAlone || line.word(index + 3) == "good" {
            return .symbol(words.joined(separator: " "))
        }
        if ["defense", "formation", "offense", "punch"].contains(line.word(index + 3) ?? "") {
            return .symbol(words.joined(separator: " "))
        }
        // At the 7-11
        if (low, high) == (7, 11), line.word(index + 3) == "store" || isPlace(line, index) {
            return .symbol(words.joined(separator: " "))
        }
        guard line.isMark(index + 1, "-"), line.isMark(index + 3, "?"),
            line.word(index - 1) == "is" || line.word(index - 1) == "s",
            ["what", "what's"].contains(line.word(index - 2) ?? "")
                || line.word(index - 3) == "what"
        else { return nil }
        return .symbol(words.joined(separator: " minus "))
    }

    private func isPlace(_ line: Line, _ index: Int) -> Bool {
        let before = line.word(index - 1) ?? ""
        return before == "a" || before == "the" && line.word(index - 2) == "at"
    }

    private func score(_ line: Line, _ index: Int, _ low: Int, _ high: Int) -> Semiotic? {
        let after = line.word(index + 3)
        let words = (EnglishNumbers.cardinal(low), EnglishNumbers.cardinal(high))
        if after == "time", [2, 4, 8].contains(high) { return .symbol("\(words.0) \(words.1)") }
        let isRated = after == "stars" || hasCue(Self.ratings, line, index)
        guard isRated, low <= high, [4, 5, 6, 10, 20, 100].contains(high) else { return nil }
        return .symbol("\(words.0) out of \(words.1)")
    }

    private func date(
        _ line: Line, _ index: Int, _ low: Int, _ high: Int, isSlash: Bool
    ) -> Semiotic? {
        let isMonthFirst = isDayFirst ? high > 12 : (1...12).contains(low)
        let (month, day) = isMonthFirst ? (low, high) : (high, low)
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        let before = line.word(line.isMark(index - 1, ",") ? index - 2 : index - 1) ?? ""
        let isDay =
            isSlash && Self.weekdays.contains(before)
            || isSlash && (hasCue(Self.events, line, index) || isSpan(line, index))
        guard isDay || Self.datePrepositions.contains(before) else { return nil }
        if let next = line[index + 3], next.kind == .word, !isDay {
            // "on 1/2 inch plywood", "on 10-12 people"
            guard Self.behindDates.contains(line.lower[index + 3]) else { return nil }
        }
        if !isDay, before != "on", before != "due", before != "dated" {
            // "cut by 1/4"
            guard isSlash, ![2, 3, 4, 5, 6, 8, 10, 16].contains(high) else { return nil }
        }
        return .date(Day(day: day, month: month, dayFirst: isDayFirst || !isMonthFirst))
    }

    /// From 9/1 to 12/15: two that cannot both be fractions of an inch.
    private func isSpan(_ line: Line, _ index: Int) -> Bool {
        let joints: Set<String> = ["to", "and", "through", "until", "till"]
        for first in [index, index - 4] {
            guard ["from", "between"].contains(line.word(first - 1) ?? ""),
                line.word(first + 3).map(joints.contains) ?? false,
                line.touchingMark(first + 1, "/"), line.touchingMark(first + 5, "/"),
                let under = line.number(first + 2), let other = line.number(first + 6),
                let low = Int(under), let high = Int(other)
            else { continue }
            return ![2, 3, 4, 5, 6, 8, 10, 16].contains(low)
                || ![2, 3, 4, 5, 6, 8, 10, 16].contains(high)
        }
        return false
    }

    private static let events: Set<String> = [
        "deadline", "birthday", "party", "wedding", "appointment", "scheduled", "meeting", "due",
    ]

    private func ratio(_ line: Line, _ index: Int, _ low: Int, _ high: Int) -> Semiotic? {
        let isNamed = line.word(index + 3).map(Self.ratios.contains) ?? false
        guard isNamed || hasCue(Self.ratios, line, index) else { return nil }
        return .range(
            .cardinal(Numeral(digits: String(low))), .cardinal(Numeral(digits: String(high))),
            word: "to")
    }

    private func hasCue(_ cues: Set<String>, _ line: Line, _ index: Int) -> Bool {
        (1...Self.reach).contains { line.word(index - $0).map(cues.contains) ?? false }
    }

    private static let datePrepositions = EnglishWords.datePrepositions.union([
        "due", "till", "through",
    ])

    private static let behindDates: Set<String> = [
        "at", "and", "in", "from", "we", "they", "he", "she", "i", "it", "to", "for", "with",
        "because", "but", "or", "is", "was", "will", "the", "you",
    ]

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue",
        "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]

    private static let ratings: Set<String> = [
        "rated", "rating", "rate", "scored", "score", "got", "gave", "graded", "grade", "marked",
        "ranked", "solid",
    ]

    private static let ratios: Set<String> = [
        "ratio", "odds", "scale", "proportion", "proportions", "dilution", "mixture", "won", "lost",
        "beat", "led", "score", "defeated", "lead",
    ]
}
