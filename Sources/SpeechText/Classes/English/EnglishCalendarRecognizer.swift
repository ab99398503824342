/// Names of days and months that are shortened or joined by a dash: Mon-Fri, Jan–Mar, Sat. Jan 5,
/// May 5-7.
struct EnglishCalendarRecognizer: Recognizer {
    var starts: TokenKinds { [.number, .word] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let token = line[index] else { return }
        proposeDaysFirst(line, index, &candidates)
        guard token.startsUppercase else { return }
        for names in [Self.days, Self.months] {
            guard let (first, end) = name(line, index, names) else { continue }
            if line.isDash(end), line.touches(end) == line.touches(end + 1),
                let (second, last) = name(line, end + 1, names)
            {
                let words = "\(first) to \(second)"
                candidates.append(Candidate(last - index, .abbreviation(words), cost: 9))
            }
            proposeDay(first, end, line, index, &candidates)
        }
        proposeDays(line, index, &candidates)
        proposeName(line, index, &candidates)
    }

    /// In Feb., on Sat, every Tues.: a short name with nothing but the words around it.
    private func proposeName(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let isDotted = line.touchingMark(index + 1, ".")
        guard line.endsWord(index + 1),
            let name = Self.days[line.lower[index]] ?? Self.months[line.lower[index]],
            name.utf8.count > line.lower[index].utf8.count
        else { return }
        let end = isDotted && !line.isLast(index + 1) ? index + 2 : index + 1
        let next = line.word(end)
        let goesOn = next == nil || Self.behindNames.contains(next!)
        let isDay = Self.days[line.lower[index]] != nil
        let before = line.word(index - 1) ?? ""
        let isCued =
            Self.beforeNames.contains(before) || before == (isDay ? "on" : "in")
            || isListed(line, index)
        // "Sat. and Sun. are busy", but not "the sun."
        let isShort = isDotted && end == index + 2 && line[end]?.startsLowercase ?? false
        // Wed night, Fri the 13th
        let isNamed =
            isDay
            && (Self.dayParts.contains(next ?? "") || next == "the" && line.number(end + 1) != nil)
        // Feb '20
        let isYear =
            !isDay && (line.isMark(end, "'") || line.isMark(end, "’"))
            && line.touchingNumber(end + 1)?.utf8.count == 2
        guard isCued && (isDotted || goesOn) || isShort || isNamed || isYear else { return }
        candidates.append(Candidate(end - index, .abbreviation(name), cost: 7))
    }

    /// Sat. Jan 5, Sun, April 9: a short name of a day before a date.
    private func proposeDay(
        _ day: String, _ end: Int, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard Self.days[line.lower[index]] != nil, day.utf8.count > line.lower[index].utf8.count
        else { return }
        let next = line.isMark(end, ",") ? end + 1 : end
        let isMonth =
            line[next]?.startsUppercase ?? false
            && Self.months[line.word(next) ?? ""] != nil
        guard isMonth || line.number(next) != nil && line.isMark(next + 1, "/") else { return }
        candidates.append(Candidate(end - index, .abbreviation(day), cost: 7))
    }

    /// May 5-7, Jan. 30 – 31.
    private func proposeDays(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let (month, end) = name(line, index, Self.months), let first = day(line, end),
            line.isDash(end + 1), line.touches(end + 1) == line.touches(end + 2)
        else { return }
        let other = name(line, end + 2, Self.months)
        let at = other?.end ?? end + 2
        guard let second = day(line, at), other != nil || first < second, line.endsWord(at + 1),
            !(line.touchingMark(at + 1, "-") || line.touchingMark(at + 1, ":"))
        else { return }
        let ordinals = [first, second].map { EnglishNumbers.ordinal(String($0)) }
        let last = (other.map { $0.name.lowercased() + " " } ?? "") + ordinals[1]
        let words = "\(month.lowercased()) \(ordinals[0]) to \(last)"
        candidates.append(Candidate(at + 1 - index, .abbreviation(words), cost: 12))
    }

    /// 5-7 May
    private func proposeDaysFirst(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = day(line, index), line.isDash(index + 1),
            line.touches(index + 1) == line.touches(index + 2),
            let second = day(line, index + 2), first < second,
            let (month, end) = name(line, index + 3, Self.months), !line.touches(index + 3),
            line.number(end) == nil || line.number(end)!.utf8.count == 4
        else { return }
        let ordinals = [first, second].map { EnglishNumbers.ordinal(String($0)) }
        let article = line.word(index - 1) == "the" ? "" : "the "
        let words = "\(article)\(ordinals[0]) to \(ordinals[1]) of \(month.lowercased())"
        candidates.append(Candidate(end - index, .abbreviation(words), cost: 12))
    }

    private func day(_ line: Line, _ index: Int) -> Int? {
        guard let digits = line.number(index), digits.utf8.count <= 2, let day = Int(digits),
            (1...31).contains(day)
        else { return nil }
        return day
    }

    private func name(
        _ line: Line, _ index: Int, _ names: [String: String]
    ) -> (name: String, end: Int)? {
        guard let token = line[index], token.startsUppercase, let name = names[line.lower[index]]
        else { return nil }
        let isShort = name.utf8.count != token.text.utf8.count
        let isDotted = isShort && line.touchingMark(index + 1, ".") && !line.isLast(index + 1)
        return (name, index + (isDotted ? 2 : 1))
    }

    /// Jan. and Feb.
    private func isListed(_ line: Line, _ index: Int) -> Bool {
        let before = line.isMark(index - 2, ".") ? index - 3 : index - 2
        let after = line.isMark(index + 1, ".") ? index + 2 : index + 1
        return [(index - 1, before), (after, after + 1)].contains { joint, other in
            guard ["and", "or", "to", "&", "/"].contains(line[joint]?.text ?? ""),
                let name = line[other],
                name.startsUppercase, name.text.utf8.count < 5
            else { return false }
            return Self.days[line.lower[other]] != nil || Self.months[line.lower[other]] != nil
        }
    }

    private static let beforeNames: Set<String> = [
        "since", "until", "till", "every", "next", "last", "this", "each", "early",
        "late", "mid", "from", "through",
    ]

    private static let dayParts: Set<String> = ["morning", "afternoon", "evening", "night"]

    /// Words that leave a short name the end of what it belongs to.
    private static let behindNames: Set<String> = [
        "at", "and", "or", "to", "through", "until", "morning", "afternoon", "evening", "night",
        "from", "we", "i", "he", "she", "they", "it", "is", "was", "but", "when", "for", "if",
    ]

    private static let days: [String: String] = [
        "monday": "Monday", "tuesday": "Tuesday", "wednesday": "Wednesday",
        "thursday": "Thursday", "friday": "Friday", "saturday": "Saturday", "sunday": "Sunday",
        "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday",
        "weds": "Wednesday",
        "thu": "Thursday", "thur": "Thursday", "thurs": "Thursday", "fri": "Friday",
        "sat": "Saturday", "sun": "Sunday",
    ]

    private static let months: [String: String] = EnglishWords.months.mapValues { month in
        EnglishWords.monthNames[month].capitalizedFirst
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
