/// Numbers of names and codes: what is said in digits, or in pairs of digits as years are.
struct EnglishCodeRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeCaliber(line, index, &candidates)
        proposePhone(line, index, &candidates)
        guard let digits = line.number(index) else { return }
        // F-117: the number of a name has no "and".
        if digits.utf8.count == 3, line.touches(index), line.isDash(index - 1),
            line.touches(index - 1)
        {
            let isRoad = ["I", "US", "SR", "CR"].contains(line[index - 2]?.text ?? "")
            let content =
                isRoad && digits.first != "0"
                ? Semiotic.year(Int(digits)!) : .symbol(EnglishNumbers.cardinal(digits))
            candidates.append(Candidate(1, content, cost: 19))
        }
        if isCode(digits, line, index) {
            candidates.append(Candidate(1, .digits(digits), cost: 19))
        }
        if isPairs(digits, line, index), let number = Int(digits) {
            candidates.append(Candidate(1, .year(number), cost: 12))
        }
        proposePlural(digits, line, index, &candidates)
        proposeMachine(digits, line, index, &candidates)
        proposeHours(line, index, &candidates)
        proposeZip(line, index, &candidates)
        proposePlan(line, index, &candidates)
        proposeChain(line, index, &candidates)
        proposeArticle(line, index, &candidates)
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
        // FL, 33101
        if length == 5, line.isMark(index - 1, ","), line.isMark(index - 3, ","),
            EnglishStates.codes[line[index - 2]?.text ?? ""] != nil
        {
            return true
        }
        // N.Y. 10017
        if length == 5, line.isMark(index - 1, "."), line.isMark(index - 3, "."),
            let first = line[index - 4]?.text, let second = line[index - 2]?.text,
            EnglishStates.codes[first + second] != nil
        {
            return true
        }
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
        // My PIN is 4821
        if length > 3, word == "is" || word == "was",
            Self.beforeCode.contains(line.word(index - 2) ?? "")
        {
            return true
        }
        // Text 55555
        if length == 5 || length == 6, word == "text" { return true }
        return length == 3 && ["call", "dial", "called", "calling", "dialed"].contains(word)
    }

    /// Boeing 747, 1080p, FY2023
    private func isPairs(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        guard (3...4).contains(digits.utf8.count), digits.first != "0" else { return false }
        if line.touches(index) {
            let name = line[index - 1]?.text ?? ""
            // A320
            let isAirbus =
                name == "A" && digits.utf8.count == 3 && digits.first == "3"
                && digits.last == "0" && line.startsWord(index - 1)
            return line.endsWord(index + 1)
                && (isAirbus || digits.utf8.count == 4 && ["FY", "CY"].contains(name))
        }
        // 747-400
        if Self.isJet(digits), line.touchingMark(index + 1, "-"),
            line.touchingNumber(index + 2)?.utf8.count == 3
        {
            return true
        }
        let isLines =
            digits.last == "0" && line[index + 1]?.text == "p" && line.touches(index + 1)
            && line.endsWord(index + 2)
        // The 747 landed.
        let isPlane =
            Self.isJet(digits) && ["a", "the"].contains(line.word(index - 1) ?? "")
            && !(line.word(index + 1).map(EnglishWords.counted.contains) ?? false)
        let isNamed =
            isBehindName(line, index) || isPlane
            || digits.utf8.count == 3 && isRoad(line, index)
        return isLines || isNamed && line.endsWord(index + 1)
    }

    /// Route 128, US 101, Flight UA 175.
    private func isRoad(_ line: Line, _ index: Int) -> Bool {
        let at = line.isMark(index - 1, ".") ? index - 2 : index - 1
        guard let name = line[at], name.startsUppercase else { return false }
        // "The US 125 million dollars" is no road.
        if name.text == "US" {
            return line.word(at - 1) != "the" && line.scale(index + 1) == nil
                && !(line.word(index + 1).map(EnglishWords.counted.contains) ?? false)
        }
        return ["route", "rte", "hwy", "xbox"].contains(line.lower[at])
            || name.isAllUppercase && name.text.utf8.count == 2 && line.word(at - 1) == "flight"
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
        // 747s are no seconds.
        let isJet = Self.isJet(digits) && line.startsWord(index)
        guard isModel || isJet || isBehindName(line, index) else { return }
        candidates.append(Candidate(2, .decade(number), cost: 11))
    }

    /// 00:1A:2B:3C:4D:5E
    private func proposeMachine(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.startsWord(index) else { return }
        var groups: [String] = []
        var at = index
        while groups.count < 6, groups.isEmpty || line.touches(at) {
            var group = ""
            while group.utf8.count < 2, at == index || line.touches(at), let token = line[at],
                token.kind != .mark
            {
                group += token.text.uppercased()
                at += 1
            }
            guard group.utf8.count == 2,
                group.utf8.allSatisfy({ (48...57).contains($0) || (65...70).contains($0) })
            else { return }
            groups.append(group)
            guard groups.count < 6 else { break }
            guard line.touchingMark(at, ":") || line.touchingMark(at, "-") else { return }
            at += 1
        }
        guard groups.count == 6, line.endsWord(at) else { return }
        let words = groups.map { group in
            group.map { $0.isNumber ? EnglishNumbers.spelled(String($0)) : String($0) }
                .joined(separator: " ")
        }
        candidates.append(Candidate(at - index, .symbol(words.joined(separator: ", ")), cost: 12))
    }

    /// 737, 787
    static func isJet(_ digits: String) -> Bool {
        digits.utf8.count == 3 && digits.first == "7" && digits.last == "7"
    }

    /// The vowels of [K AE1 T], with the figure of their stress.
    private func proposePhone(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let phone = line[index], phone.kind == .word, Self.vowels.contains(phone.text),
            let stress = line.touchingNumber(index + 1), ["0", "1", "2"].contains(stress),
            line.endsWord(index + 2),
            (1...Self.longestPhones).contains(where: {
                line.isMark(index - $0, "[") || line.isMark(index - $0, "{")
            })
        else { return }
        candidates.append(Candidate(2, .symbol(phone.text + stress), cost: 12))
    }

    /// Tokens between a bracket and the last vowel of a word in phones.
    private static let longestPhones = 16

    private static let vowels: Set<String> = [
        "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW",
    ]

    /// .45 caliber, batting .300
    private func proposeCaliber(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isMark(index, "."), line.startsFresh(index),
            let digits = line.touchingNumber(index + 1), line.endsWord(index + 2)
        else { return }
        let next = line.word(line.isMark(index + 2, "-") ? index + 3 : index + 2) ?? ""
        let guns: Set<String> = [
            "caliber", "calibre", "rifle", "pistol", "revolver", "magnum", "special",
        ]
        let isGun = guns.contains(next)
        if isGun, digits.utf8.count == 3, let size = Int(digits) {
            candidates.append(Candidate(2, .year(size), cost: 12))
        }
        let isHit =
            digits.utf8.count == 3
            && ["batting", "hit", "hitting", "batted"].contains(line.word(index - 1) ?? "")
        guard isGun && digits.utf8.count == 2 || isHit else { return }
        candidates.append(Candidate(2, .cardinal(Numeral(digits: digits)), cost: 12))
    }

    /// 0600 hours, at 1800 hours, at 0630: the times of soldiers.
    private func proposeHours(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), let digits = line.number(index), digits.utf8.count == 4,
            let hour = Int(digits.prefix(2)), hour < 25, let minute = Int(digits.suffix(2)),
            minute < 60, line.endsWord(index + 1)
        else { return }
        let isTime = ["at", "by", "until", "from", "before", "after"]
            .contains(line.word(index - 1) ?? "")
        let isNamed = ["hours", "hrs"].contains(line.word(index + 1) ?? "")
        guard isTime ? isNamed || digits.first == "0" : isNamed && digits.first == "0" else {
            return
        }
        let words = (hour < 10 ? "zero " : "") + EnglishNumbers.hours(hour, minute)
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

    /// 401(k), 401k: a paragraph with its letter.
    private func proposePlan(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        if line.startsWord(index), let digits = line.number(index),
            digits == "401" || digits == "403", let letter = line.touchingWord(index + 1),
            letter == "k" || letter == "b"
        {
            let words = EnglishNumbers.year(Int(digits)!) + " " + line.tokens[index + 1].text
            candidates.append(Candidate(2, .symbol(words), cost: 12))
        }
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

    /// 123/26178/2021, 24/7/365: three numbers or more with strokes between them, which are heard as
    /// pauses. A date costs less.
    private func proposeChain(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), !line.isMark(index - 1, "/"), let first = line.number(index)
        else { return }
        var parts = [first]
        var end = index + 1
        while parts.count < Self.longestChain, line.touchingMark(end, "/"),
            let part = line.touchingNumber(end + 1)
        {
            parts.append(part)
            end += 2
        }
        guard parts.count > 2, line.endsWord(end), !line.touchingMark(end, "/") else { return }
        let words = parts.map { part in
            part.utf8.count > 4 || part.first == "0"
                ? EnglishNumbers.spelled(part) : EnglishNumbers.count(part)
        }
        candidates.append(
            Candidate(end - index, .symbol(words.joined(separator: ", ")), cost: 40))
    }

    /// In numbers.
    private static let longestChain = 6

    /// Article 5(b): a letter or a number of a part of it.
    private func proposeArticle(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let digits = line.number(index), digits.utf8.count < 3,
            Self.articles.contains(line.word(index - 1) ?? line[index - 1]?.text ?? ""),
            line.touchingMark(index + 1, "("), let part = line[index + 2], line.touches(index + 2),
            part.text.utf8.count == 1, line.touchingMark(index + 3, ")"), line.endsWord(index + 4)
        else { return }
        let name = part.kind == .number ? EnglishNumbers.cardinal(part.text) : part.text
        let words = EnglishNumbers.cardinal(digits) + " " + name
        candidates.append(Candidate(4, .symbol(words), cost: 12))
    }

    private static let articles: Set<String> = [
        "article", "section", "rule", "clause", "paragraph", "subsection", "sections", "§",
        "chapter", "exhibit", "question", "figure", "table",
    ]

    private static let beforeCode: Set<String> = [
        "pin", "id", "code", "zip", "ext", "extension", "password", "passcode", "postcode",
    ]

    /// Boeing 747, Room 101: names that are said in pairs of digits.
    private static let beforePairs: Set<String> = [
        "boeing", "flight", "room", "suite", "highway", "hwy", "interstate", "area", "bus", "gtx",
        "rtx", "porsche", "peugeot", "airbus", "exit",
    ]
}
