/// Amounts whose unit is a letter or a mark that means more than one thing: 6'2", 2h 30m, 5m ago.
struct EnglishShorthandRecognizer: Recognizer {
    var starts: TokenKinds { [.number, .mark] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeLetter(line, index, &candidates)
        guard line.startsWord(index) else { return }
        proposeHeight(line, index, &candidates)
        proposeAngle(line, index, &candidates)
        proposeDuration(line, index, &candidates)
        proposeHours(line, index, &candidates)
    }

    /// 5'11"
    private func proposeHeight(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let feet = line.number(index), feet.utf8.count <= 2 else { return }
        let isFeet = Self.minuteMarks.contains(line.touchingMark(index + 1) ?? " ")
        proposeSize(feet, isFeet: isFeet, line, index, &candidates)
        guard isFeet else { return }
        guard let inches = line.number(index + 2), let value = Int(inches), value < 60,
            !line.touchingMark(index + 3, "'")
        else { return }
        let isClosed = Self.secondMarks.contains(line.touchingMark(index + 3) ?? " ")
        // 3'45" is a time.
        guard value < 12 else {
            guard isClosed, line.touches(index + 2) else { return }
            let words = counted(feet, "minute") + " " + counted(inches, "second")
            candidates.append(Candidate(4, .symbol(words), cost: 12))
            return
        }
        guard isClosed || ["4", "5", "6", "7"].contains(feet) && line.endsWord(index + 3) else {
            return
        }
        let words = EnglishNumbers.cardinal(feet) + " foot " + EnglishNumbers.cardinal(value)
        candidates.append(Candidate(isClosed ? 4 : 3, .symbol(words), cost: 12))
    }

    private static let minuteMarks: Set<Unicode.Scalar> = ["'", "’", "′"]
    private static let secondMarks: Set<Unicode.Scalar> = ["\"", "”", "″"]

    /// 40° 26′ 46″ N
    private func proposeAngle(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let degrees = line.number(index), line.touchingMark(index + 1, "°"),
            let minutes = line.number(index + 2), let minute = Int(minutes), minute < 60,
            Self.minuteMarks.contains(line.touchingMark(index + 3) ?? " ")
        else { return }
        var words = counted(degrees, "degree") + " " + counted(minutes, "minute")
        var end = index + 4
        if let (seconds, count) = line.amount(end),
            Self.secondMarks.contains(line.touchingMark(end + count) ?? " ")
        {
            words +=
                " " + EnglishNumbers.numeral(seconds) + (seconds.isOne ? " second" : " seconds")
            end += count + 1
        }
        if let side = EnglishUnits.sides[line[end]?.text ?? ""], line.endsWord(end + 1) {
            words += " " + side
            end += 1
        }
        candidates.append(Candidate(end - index, .symbol(words), cost: 12))
    }

    /// 12" pipe, 6' tall, a 10' pole, 3" x 5"
    private func proposeSize(
        _ amount: String, isFeet: Bool, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard isFeet || Self.secondMarks.contains(line.touchingMark(index + 1) ?? " "),
            !line.touches(index + 2) || line[index + 2]?.kind == .mark
                || line.word(index + 2) == "x" && line.touchingNumber(index + 3) != nil
        else { return }
        let next = line.word(index + 2) ?? ""
        let isNamed =
            !next.isEmpty && EnglishWords.determiners.contains(line.word(index - 1) ?? "")
            && !EnglishMeasureRecognizer.behindAmounts.contains(next)
        let isSide = next == "x" || line.word(index - 1) == "x" || line.isMark(index - 1, "×")
        let isInch = !isFeet && !next.isEmpty && !isQuoted(line, index)
        guard isNamed || isSide || isInch || EnglishUnits.sizes.contains(next) else { return }
        let one = isFeet ? "foot" : "inch"
        let isName = isNamed || EnglishUnits.things.contains(next)
        let many = isName ? one : isFeet ? "feet" : "inches"
        let content = Semiotic.measure(
            Numeral(digits: amount), scale: nil, unit: Unit(one, many))
        candidates.append(Candidate(2, content, cost: 12))
    }

    /// Whether a quotation may have begun that a mark here would close.
    private func isQuoted(_ line: Line, _ index: Int) -> Bool {
        index > Self.quotation
            || (0..<index).contains { line.isMark($0, "\"") || line.isMark($0, "“") }
    }

    /// The most tokens that are searched for the beginning of a quotation.
    private static let quotation = 60

    private func counted(_ amount: String, _ name: String) -> String {
        EnglishNumbers.cardinal(amount) + " " + name + (Int(amount) == 1 ? "" : "s")
    }

    /// 7h30 as a time of day, 2h30 as so long.
    private func proposeHours(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let hours = line.number(index), hours.utf8.count <= 2, let hour = Int(hours),
            line.touchingWord(index + 1) == "h", let minutes = line.touchingNumber(index + 2),
            minutes.utf8.count == 2, let minute = Int(minutes), minute < 60, hour < 25,
            line.endsWord(index + 3)
        else { return }
        let before = line.word(index - 1) ?? ""
        let isTime = ["at", "from", "by", "until", "till", "before", "after"].contains(before)
        let content =
            isTime
            ? Semiotic.time(Clock(hour: hour, minute: minute))
            : .symbol(counted(hours, "hour") + " " + counted(String(minute), "minute"))
        candidates.append(Candidate(3, content, cost: 12))
    }

    /// 2h 30m, 1h30m, 2m 30s
    private func proposeDuration(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = line.number(index), let large = line.touchingWord(index + 1),
            let second = line.number(index + 2), let small = line.touchingWord(index + 3),
            ["hm", "ms"].contains(large + small), line.endsWord(index + 4),
            let large = Self.durations[large], let small = Self.durations[small]
        else { return }
        let words = counted(first, large) + " " + counted(second, small)
        candidates.append(Candidate(4, .symbol(words), cost: 12))
    }

    /// 5 m, 5M, 10k: a letter that stands for a unit of time or a scale, as what follows tells.
    private func proposeLetter(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let (numeral, count) = line.amount(index),
            let letter = line[index + count], letter.kind == .word, letter.text.utf8.count == 1,
            line.endsWord(index + count + 1)
        else { return }
        let before = line.word(index - 1) ?? ""
        let next = line.word(index + count + 1) ?? ""
        let isGlued = letter.gap == .none
        if let scale = Self.scales[letter.text],
            EnglishWords.counted.contains(next)
                || isGlued && isLarge(numeral, letter.text, next: next)
        {
            let content = Semiotic.measure(numeral, scale: scale, unit: Unit("", ""))
            candidates.append(Candidate(count + 1, content, cost: 10))
        } else if let unit = unit(letter.text, isGlued, numeral, before: before, next: next) {
            let content = Semiotic.measure(numeral, scale: nil, unit: unit)
            candidates.append(Candidate(count + 1, content, cost: 11))
        }
    }

    /// 5M, 60k, 1.2k, 250K; but not 4K, 10k, 64k, 401k.
    private func isLarge(_ numeral: Numeral, _ letter: String, next: String) -> Bool {
        // 3M is a firm.
        guard letter != "m", letter != "B", numeral.digits + letter != "3M" else { return false }
        if letter == "M" || numeral.fraction != nil { return true }
        let isRound = numeral.digits.last == "0" || numeral.digits.hasSuffix("5")
        let isRace = ["run", "race", "walk", "ultra", "relay"].contains(next)
        return isRound && !isRace
            && (numeral.digits.utf8.count == 3
                || numeral.digits.utf8.count == 2 && numeral.digits.last == "0"
                    && numeral.digits != "10")
    }

    private func unit(
        _ letter: String, _ isGlued: Bool, _ numeral: Numeral, before: String, next: String
    ) -> Unit? {
        switch letter {
        case "C" where isDegree(isGlued, numeral, before: before, next: next):
            EnglishUnits.celsius
        case "F" where isDegree(isGlued, numeral, before: before, next: next):
            EnglishUnits.fahrenheit
        case "m" where Self.beforeMinutes.contains(before) || Self.behindMinutes.contains(next):
            Unit("minute")
        // In 10 s.
        case "s" where !isGlued && next.isEmpty && numeral.digits.utf8.count <= 3: Unit("second")
        case "h" where !isGlued && next.isEmpty && numeral.digits.utf8.count <= 3: Unit("hour")
        default: nil
        }
    }

    private static let durations = ["h": "hour", "m": "minute", "s": "second"]

    /// At 20C; or 20 C, where nothing follows that could go with a letter.
    private func isDegree(
        _ isGlued: Bool, _ numeral: Numeral, before: String, next: String
    ) -> Bool {
        guard Self.beforeDegrees.contains(before) else { return false }
        return isGlued
            || numeral.digits.utf8.count > 1 && (next.isEmpty || Self.behindDegrees.contains(next))
    }

    private static let behindDegrees: Set<String> = [
        "outside", "inside", "today", "tonight", "in", "for", "and", "or", "on", "at", "when",
        "overnight", "with", "but", "until", "this", "by", "to",
    ]

    private static let scales = [
        "m": "million", "M": "million", "k": "thousand", "K": "thousand", "B": "billion",
    ]

    private static let beforeDegrees: Set<String> = [
        "at", "to", "of", "is", "below", "above", "about", "around", "was",
    ]

    private static let beforeMinutes: Set<String> = [
        "takes", "took", "wait", "waited", "lasts", "lasted", "cook", "bake", "boil",
    ]

    private static let behindMinutes: Set<String> = [
        "ago", "later", "left", "walk", "read", "drive", "break",
    ]
}
