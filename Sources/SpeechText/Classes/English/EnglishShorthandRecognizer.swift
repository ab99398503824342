/// Amounts whose unit is a letter or a mark that means more than one thing: 6'2", 2h 30m, 5m ago.
struct EnglishShorthandRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeLetter(line, index, &candidates)
        guard line.startsWord(index) else { return }
        proposeHeight(line, index, &candidates)
        proposeDuration(line, index, &candidates)
    }

    /// 5'11"
    private func proposeHeight(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let feet = line.number(index), feet.utf8.count <= 2 else { return }
        let isFeet = line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’")
        // 12" pipe, 6' tall
        if isFeet || line.touchingMark(index + 1, "\""),
            line.word(index + 2).map(EnglishUnits.sizes.contains) ?? false
        {
            let unit = isFeet ? Unit("foot", "feet") : Unit("inch", "inches")
            let content = Semiotic.measure(Numeral(digits: feet), scale: nil, unit: unit)
            candidates.append(Candidate(2, content, cost: 12))
        }
        guard isFeet else { return }
        guard let inches = line.number(index + 2), let value = Int(inches), value < 12,
            !line.touchingMark(index + 3, "'")
        else { return }
        let isClosed = line.touchingMark(index + 3, "\"") || line.touchingMark(index + 3, "”")
        guard isClosed || ["4", "5", "6", "7"].contains(feet) && line.endsWord(index + 3) else {
            return
        }
        let words = EnglishNumbers.cardinal(feet) + " foot " + EnglishNumbers.cardinal(value)
        candidates.append(Candidate(isClosed ? 4 : 3, .symbol(words), cost: 12))
    }

    /// 2h 30m, 1h30m, 2m 30s
    private func proposeDuration(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let first = line.number(index), let large = line.touchingWord(index + 1),
            let second = line.number(index + 2), let small = line.touchingWord(index + 3),
            ["hm", "ms"].contains(large + small), line.endsWord(index + 4),
            let large = Self.durations[large], let small = Self.durations[small]
        else { return }
        let words = [(first, large), (second, small)].map { amount, name in
            EnglishNumbers.cardinal(amount) + " " + name + (amount == "1" ? "" : "s")
        }
        candidates.append(Candidate(4, .symbol(words.joined(separator: " ")), cost: 12))
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
        if let scale = Self.scales[letter.text], EnglishWords.counted.contains(next) {
            let content = Semiotic.measure(numeral, scale: scale, unit: Unit("", ""))
            candidates.append(Candidate(count + 1, content, cost: 10))
        } else if let unit = unit(letter.text, isGlued, numeral, before: before, next: next) {
            let content = Semiotic.measure(numeral, scale: nil, unit: unit)
            candidates.append(Candidate(count + 1, content, cost: 11))
        }
    }

    private func unit(
        _ letter: String, _ isGlued: Bool, _ numeral: Numeral, before: String, next: String
    ) -> Unit? {
        switch letter {
        case "C" where isGlued && Self.beforeDegrees.contains(before):
            Unit("degree Celsius", "degrees Celsius")
        case "F" where isGlued && Self.beforeDegrees.contains(before):
            Unit("degree Fahrenheit", "degrees Fahrenheit")
        case "m" where Self.beforeMinutes.contains(before) || Self.behindMinutes.contains(next):
            Unit("minute")
        // In 10 s.
        case "s" where !isGlued && next.isEmpty && numeral.digits.utf8.count <= 3: Unit("second")
        case "h" where !isGlued && next.isEmpty && numeral.digits.utf8.count <= 3: Unit("hour")
        default: nil
        }
    }

    private static let durations = ["h": "hour", "m": "minute", "s": "second"]

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
