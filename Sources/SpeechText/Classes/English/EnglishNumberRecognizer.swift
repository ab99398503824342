/// Cardinals, decimals, ordinals, years and decades.
struct EnglishNumberRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if let digits = line.number(index) {
            proposeOrdinal(digits, line, index, &candidates)
            proposeDecade(digits, line, index, &candidates)
            proposeYear(digits, line, index, &candidates)
            // F-117: the number of a name has no "and".
            if digits.utf8.count == 3, line.touches(index), line.isDash(index - 1),
                line.touches(index - 1)
            {
                let words = EnglishNumbers.cardinal(digits)
                candidates.append(Candidate(1, .symbol(words), cost: 19))
            }
            proposePlural(digits, line, index, &candidates)
            if isSpelled(digits, line, index) || isCode(digits, line, index) {
                candidates.append(Candidate(1, .digits(digits), cost: 19))
            }
        }
        if line.isMark(index, "'") || line.isMark(index, "’") || line.isMark(index, "‘"),
            let digits = line.touchingNumber(index + 1), digits.utf8.count == 2
        {
            proposeShortYear(digits, line, index, &candidates)
        }
        // The mid-1980s.
        if line.word(index) == "mid", line.touchingMark(index + 1, "-"),
            line.touchingNumber(index + 2)?.utf8.count == 4
        {
            candidates.append(Candidate(2, .abbreviation(line.tokens[index].text), cost: 9))
        }
        proposeCaliber(line, index, &candidates)
        proposeHours(line, index, &candidates)
        proposeZip(line, index, &candidates)
        proposePlan(line, index, &candidates)
        proposeScientific(line, index, &candidates)
        if let (numeral, count) = line.amount(index) {
            // 1,000th
            if count > 1, numeral.fraction == nil, !numeral.negative,
                let suffix = line.touchingWord(index + count), line.endsWord(index + count + 1),
                Self.suffixes(numeral.digits).contains(suffix)
            {
                candidates.append(Candidate(count + 1, .ordinal(numeral.digits), cost: 12))
            }
            candidates.append(Candidate(count, .cardinal(numeral), cost: 20))
        }
    }

    private func proposeOrdinal(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let suffix = line.touchingWord(index + 1), line.endsWord(index + 2) else { return }
        // 3D is no 3d.
        guard Self.suffixes(digits).contains(suffix), line.tokens[index + 1].text != "D" else {
            return
        }
        candidates.append(Candidate(2, .ordinal(digits), cost: 12))
    }

    /// What the ordinal of these digits may end in: 1st, 2nd, 22d, 11th.
    private static func suffixes(_ digits: String) -> Set<String> {
        guard digits.utf8.count < 2 || digits.suffix(2).first != "1" else { return ["th"] }
        return switch digits.last {
        case "1": ["st"]
        case "2": ["nd", "d"]
        case "3": ["rd", "d"]
        default: ["th"]
        }
    }

    /// 1980s, 1980's, 80s.
    private func proposeDecade(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard digits.last == "0", digits.utf8.count == 4 || digits.utf8.count == 2,
            let year = Int(digits),
            digits.utf8.count == 4 ? (1100...2100).contains(year) : year > 10,
            line.startsWord(index)
        else { return }
        var count = 1
        if line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’") { count += 1 }
        // A text that was cut into words has a space there.
        let spaced = count == 1 && digits.utf8.count == 4 && line.word(index + 1) == "s"
        guard line.touchingWord(index + count) == "s" || spaced, line.endsWord(index + count + 1)
        else { return }
        candidates.append(Candidate(count + 1, .decade(year), cost: 12))
    }

    /// F-16s, Boeing 747s: more than one of a model.
    private func proposePlural(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line[index + 1]?.text == "s", line.touches(index + 1), line.endsWord(index + 2),
            (2...3).contains(digits.utf8.count), digits.first != "0", let number = Int(digits)
        else { return }
        let isModel = line.touches(index) && line.isDash(index - 1)
        guard isModel || line.word(index - 1).map(Self.beforePairs.contains) ?? false else {
            return
        }
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

    /// '69 and '60s.
    private func proposeShortYear(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.startsFresh(index), let year = Int(digits) else { return }
        if line.touchingWord(index + 2) == "s", digits.last == "0" {
            candidates.append(Candidate(3, .decade(year), cost: 12))
        } else if line.endsWord(index + 2) {
            candidates.append(Candidate(2, .year(year), cost: 22))
        }
    }

    /// Four digits without a separator are a year more often than a count.
    private func proposeYear(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard let year = Int(digits) else { return }
        // FY2023
        if digits.utf8.count == 4, line.touches(index), line.endsWord(index + 1),
            ["FY", "CY"].contains(line[index - 1]?.text ?? "")
        {
            candidates.append(Candidate(1, .year(year), cost: 12))
        }
        guard line.startsWord(index) else { return }
        if digits.utf8.count == 3 || digits.utf8.count == 4, digits.first != "0",
            hasEra(line, index + 1)
        {
            candidates.append(Candidate(1, .year(year), cost: 11))
        }
        if digits.utf8.count == 3 || digits.utf8.count == 4, digits.first != "0",
            let before = line.word(index - 1), Self.beforePairs.contains(before),
            !line.touches(index), line.endsWord(index + 1)
        {
            candidates.append(Candidate(1, .year(year), cost: 12))
        }
        // 1080p, 720p
        if digits.utf8.count > 2, digits.last == "0", line[index + 1]?.text == "p",
            line.touches(index + 1), line.endsWord(index + 2)
        {
            candidates.append(Candidate(1, .year(year), cost: 12))
        }
        guard digits.utf8.count == 4, (1000...2999).contains(year) else { return }
        // 1,999 and 0.1999 belong to the number before them.
        if line.touches(index), line.isMark(index - 1, ".") || line.isMark(index - 1, ","),
            line.number(index - 2) != nil, line.touches(index - 1)
        {
            return
        }
        var cost = (1100...2100).contains(year) ? 16 : 24
        if let before = line.word(index - 1), Self.beforeYear.contains(before) { cost = 12 }
        // "In 2020 people stayed"
        let opens = index == 1 && line.word(0) == "in"
        if let after = line.word(index + 1), !line.touches(index + 1), !opens, EnglishWords.counted.contains(after)
        {
            cost = 30
        }
        candidates.append(Candidate(1, .year(year), cost: cost))
    }

    /// BC, A.D. and the like.
    private func hasEra(_ line: Line, _ index: Int) -> Bool {
        guard let token = line[index], token.isAllUppercase else { return false }
        if ["BC", "AD", "BCE", "CE"].contains(token.text) { return true }
        return line.touchingMark(index + 1, ".")
            && ["B.C", "A.D", "C.E"].contains(token.text + "." + (line[index + 2]?.text ?? ""))
    }

    /// Leading zeros and very long runs are read digit by digit.
    private func isSpelled(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        digits.utf8.count > 15 || (digits.first == "0" && digits.utf8.count > 1)
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

    private static let beforeCode: Set<String> = [
        "pin", "code", "zip", "ext", "extension", "password", "passcode", "postcode",
    ]

    /// Boeing 747, Room 101: names that are said in pairs of digits.
    private static let beforePairs: Set<String> = [
        "boeing", "flight", "room", "suite", "highway", "hwy", "interstate", "area", "bus", "gtx",
        "rtx",
    ]

    private static let beforeYear: Set<String> = [
        "in", "since", "until", "till", "by", "from", "year", "after", "before", "spring", "summer",
        "autumn", "fall", "winter", "early", "late", "mid", "during", "circa",
    ]

    /// 6.02e23, 1e-9.
    private func proposeScientific(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let (numeral, count) = line.amount(index),
            let mark = line[index + count], mark.gap == .none,
            mark.text == "e" || mark.text == "E" && numeral.fraction != nil
        else { return }
        var at = index + count + 1
        let isNegative = line.isSign(at) && line.touches(at)
        if isNegative || line.touchingMark(at, "+") { at += 1 }
        guard let power = line.touchingNumber(at), power.utf8.count < 4, line.endsWord(at + 1)
        else { return }
        let words =
            EnglishNumbers.numeral(numeral) + " times ten to the power of "
            + (isNegative ? "minus " : "") + EnglishNumbers.cardinal(power)
        candidates.append(Candidate(at + 1 - index, .symbol(words), cost: 12))
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
}
