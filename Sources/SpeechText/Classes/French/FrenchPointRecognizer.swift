/// Numbers with points between them: version 2.4.1, 192.168.0.1, and 3.5 km as on keyboards.
struct FrenchPointRecognizer: Recognizer {
    private static let mostParts = 6
    let wording: Wording

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let first = line.number(index) else { return }
        var parts = [first]
        var at = index + 1
        while parts.count < Self.mostParts, line.touchingMark(at, "."),
            let part = line.touchingNumber(at + 1)
        {
            parts.append(part)
            at += 2
        }
        guard parts.count > 1 else { return }
        if parts.count == 2, line.startsWord(index) {
            proposeAmount(parts, line, index, &candidates)
        }
        let isVersion = line.word(index - 1).map(Self.versioned.contains) ?? false
        let cost = isVersion ? 10 : parts.count == 2 ? 25 : 30
        var content = part(parts.last!)
        for text in parts.dropLast().reversed() {
            content = .range(part(text), content, word: "point")
        }
        candidates.append(Candidate(at - index, content, cost: cost))
    }

    private func part(_ digits: String) -> Semiotic {
        digits.first == "0" && digits.utf8.count > 1
            ? .digits(digits) : .cardinal(Numeral(digits: digits))
    }

    private func proposeAmount(
        _ parts: [String], _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        // Three digits are thousands.
        guard parts[1].utf8.count != 3 || parts[0] == "0" else { return }
        let numeral = Numeral(digits: parts[0], fraction: parts[1])
        if let (unit, count) = line.phrase(index + 3, in: wording.units),
            line.endsWord(index + 3 + count)
        {
            let content = Semiotic.measure(numeral, scale: nil, unit: unit)
            candidates.append(Candidate(3 + count, content, cost: 12))
        }
        if let (currency, count) = line.phrase(index + 3, in: wording.currencies),
            line.endsWord(index + 3 + count)
        {
            let content = Semiotic.money(numeral, scale: nil, currency: currency)
            candidates.append(Candidate(3 + count, content, cost: 12))
        }
    }

    private static let versioned: Set<String> = [
        "version", "versions", "v", "android", "ios", "windows", "python", "java", "php", "usb",
        "bluetooth", "macos", "ubuntu", "linux", "swift", "noyau", "release",
    ]
}
