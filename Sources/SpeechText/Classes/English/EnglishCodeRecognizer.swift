/// Numbers of names and codes: what is said in digits, or in pairs of digits as years are.
struct EnglishCodeRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeCaliber(line, index, &candidates)
        guard let digits = line.number(index) else { return }
        // F-117: the number of a name has no "and".
        if digits.utf8.count == 3, line.touches(index), line.isDash(index - 1),
            line.touches(index - 1)
        {
            candidates.append(Candidate(1, .symbol(EnglishNumbers.cardinal(digits)), cost: 19))
        }
        if isCode(digits, line, index) {
            candidates.append(Candidate(1, .digits(digits), cost: 19))
        }
        if isPairs(digits, line, index), let number = Int(digits) {
            candidates.append(Candidate(1, .year(number), cost: 12))
        }
        proposePlural(digits, line, index, &candidates)
        proposeHours(line, index, &candidates)
        proposeZip(line, index, &candidates)
        proposePlan(line, index, &candidates)
    }

    /// BA2490, TX 75001, call 911.
    private func isCode(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        let length = digits.utf8.count
        // SN-12345, 123/261788/2021
        if length > 4, line.touches(index), line.touches(index - 1),
            line.isMark(index - 1, "-") || line.isMark(index - 1, "/"),
            line[index - 2]?.isAllUppercase ?? false || line.isMark(index - 1, "/")
        {
            return true
        }
        // ext. 45
        if line.isMark(index - 1, "."), line.word(index - 2) == "ext" { return true }
        guard let before = line[index - 1], before.kind == .word else { return false }
        if line.touches(index) { return length > 2 && before.isAllUppercase }
        if length == 5, EnglishStates.codes[before.text] != nil { return true }
        let word = line.lower[index - 1]
        if line.number(index) == "911", let next = line.word(index + 1),
            ["call", "calls", "operator", "dispatcher", "emergency"].contains(next)
        {
            return true
        }
        if length > 2, !line.touches(index), Self.beforeCode.contains(word) { return true }
        return length == 3 && ["call", "dial", "called", "calling", "dialed"].contains(word)
    }

    /// Boeing 747, 1080p, FY2023
    private func isPairs(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        guard (3...4).contains(digits.utf8.count), digits.first != "0" else { return false }
        if line.touches(index) {
            return digits.utf8.count == 4 && line.endsWord(index + 1)
                && ["FY", "CY"].contains(line[index - 1]?.text ?? "")
        }
        let isLines =
            digits.last == "0" && line[index + 1]?.text == "p" && line.touches(index + 1)
            && line.endsWord(index + 2)
        return isLines || isBehindName(line, index) && line.endsWord(index + 1)
    }

    private func isBehindName(_ line: Line, _ index: Int) -> Bool {
        line.word(index - 1).map(Self.beforePairs.contains) ?? false
    }

    /// F-16s, Boeing 747s: more than one of a model.
    private func proposePlural(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line[index + 1]?.text == "s", line.touches(index + 1), line.endsWord(index + 2),
            (2...3).contains(digits.utf8.count), digits.first != "0", let number = Int(digits)
        else { return }
        let isModel = line.touches(index) && line.isDash(index - 1)
        guard isModel || isBehindName(line, index) else { return }
        candidates.append(Candidate(2, .decade(number), cost: 11))
    }

    /// .45 caliber, batting .300
    private func proposeCaliber(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isMark(index, "."), line.startsFresh(index),
            let digits = line.touchingNumber(index + 1), line.endsWord(index + 2)
        else { return }
        let next = line.word(line.isMark(index + 2, "-") ? index + 3 : index + 2) ?? ""
        let guns: Set<String> = [
            "caliber", "calibre", "rifle", "pistol", "revolver", "magnum", "special",
        ]
        let isGun = digits.utf8.count == 2 && guns.contains(next)
        let isHit =
            digits.utf8.count == 3
            && ["batting", "hit", "hitting", "batted"].contains(line.word(index - 1) ?? "")
        guard isGun || isHit else { return }
        candidates.append(Candidate(2, .cardinal(Numeral(digits: digits)), cost: 12))
    }

    /// 0600 hours, at 1800 hours: the full hours of soldiers.
    private func proposeHours(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let digits = line.number(index), digits.utf8.count == 4,
            digits.hasSuffix("00"), let hour = Int(digits.prefix(2)), hour < 25,
            line.word(index + 1) == "hours"
        else { return }
        let isTime = ["at", "by", "until", "from", "before", "after"]
            .contains(line.word(index - 1) ?? "")
        guard digits.first == "0" || isTime else { return }
        let words = (hour < 10 ? "zero " : "") + EnglishNumbers.cardinal(hour) + " hundred"
        candidates.append(Candidate(1, .symbol(words), cost: 10))
    }

    /// 89501-1234 behind a state.
    private func proposeZip(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let area = line.number(index), area.utf8.count == 5,
            EnglishStates.codes[line[index - 1]?.text ?? ""] != nil,
            line.touchingMark(index + 1, "-"), let rest = line.touchingNumber(index + 2),
            rest.utf8.count == 4, line.endsWord(index + 3)
        else { return }
        candidates.append(Candidate(3, .digits(area + "," + rest), cost: 12))
    }

    /// 401(k): a paragraph with its letter.
    private func proposePlan(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count == 3, let number = Int(digits),
            line.touchingMark(index + 1, "("), let letter = line.touchingWord(index + 2),
            letter.utf8.count == 1, line.touchingMark(index + 3, ")")
        else { return }
        var words = EnglishNumbers.year(number) + " " + line.tokens[index + 2].text
        var count = 4
        if line.touchingMark(index + 4, "("), let part = line.touchingNumber(index + 5),
            part.utf8.count < 3, line.touchingMark(index + 6, ")")
        {
            words += " " + EnglishNumbers.cardinal(part)
            count = 7
        }
        candidates.append(Candidate(count, .symbol(words), cost: 12))
    }

    private static let beforeCode: Set<String> = [
        "pin", "code", "zip", "ext", "extension", "password", "passcode", "postcode",
    ]

    /// Boeing 747, Room 101: names that are said in pairs of digits.
    private static let beforePairs: Set<String> = [
        "boeing", "flight", "room", "suite", "highway", "hwy", "interstate", "area", "bus", "gtx",
        "rtx",
    ]
}
