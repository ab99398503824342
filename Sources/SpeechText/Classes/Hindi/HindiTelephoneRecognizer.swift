/// Figures that words around them tell to be dialled or typed: telephone numbers, codes, pins.
struct HindiTelephoneRecognizer: Recognizer {
    /// How far away such a word may stand, in tokens.
    private static let reach = 8

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        guard let digits = line.number(index) else {
            // मो. is Mohammed before a name.
            if line.word(index) == "मो", line.touchingMark(index + 1, "."),
                line.number(index + 2) != nil || line.isMark(index + 2, "+")
            {
                candidates.append(Candidate(2, .abbreviation("मोबाइल"), cost: 14))
            }
            return
        }
        proposeTollFree(digits, line, index, &candidates)
        proposeLandline(digits, line, index, &candidates)
        guard line.endsWord(index + 1), digits.utf8.count >= 3 else { return }
        if isMobile(digits) || isCode(digits, line, index) || isPostal(digits, line, index) {
            candidates.append(Candidate(1, .digits(digits), cost: 11))
        }
    }

    /// Area and number of ten figures; the zero that one dials first is said as well.
    private func proposeLandline(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        let dash = line.touches(index + 1) && line.isMark(index + 1, "-")
        let next = dash ? index + 2 : index + 1
        guard let number = line.number(next), line.touches(next) == dash, line.endsWord(next + 1),
            (2...7).contains(digits.utf8.count), digits.first != "0",
            digits.utf8.count + number.utf8.count == 10, calls(line, index)
        else { return }
        let content = Semiotic.digits("0" + digits + "," + number)
        candidates.append(Candidate(next + 1 - index, content, cost: 12))
    }

    /// 1800 180 1551
    private func proposeTollFree(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard digits == "1800" || digits == "1860" else { return }
        var groups = [digits]
        var at = index + 1
        while groups.count < 4 {
            let next = line.touches(at) && line.isMark(at, "-") ? at + 1 : at
            guard let group = line.number(next), (2...7).contains(group.utf8.count) else { break }
            groups.append(group)
            at = next + 1
        }
        let length = groups.reduce(0) { $0 + $1.utf8.count }
        guard groups.count > 1, (9...12).contains(length), line.endsWord(at) else { return }
        let content = Semiotic.digits(groups.joined(separator: ","))
        candidates.append(Candidate(at - index, content, cost: 12))
    }

    /// Ten figures from 6 on are no count that one would write without commas.
    private func isMobile(_ digits: String) -> Bool {
        digits.utf8.count == 10 && digits >= "6"
    }

    private func calls(_ line: Line, _ index: Int) -> Bool {
        (index - Self.reach...index + Self.reach).contains {
            line.word($0).map(Self.calling.contains) ?? false
        }
    }

    /// पिन कोड 110023, ओटीपी 4821, आखिरी अंक 1234.
    private func isCode(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        // 112 डायल
        if digits.utf8.count == 3, line.word(index + 1) == "डायल" { return true }
        for at in [index - 1, index - 2] {
            guard let word = line.word(at) else { continue }
            if Self.codes.contains(word) { return true }
            if word == "अंक", let before = line.word(at - 1), Self.last.contains(before) {
                return true
            }
            if digits.utf8.count >= 4, Self.calling.contains(word) { return true }
        }
        return false
    }

    /// A postal code behind a state or a city: पटना, बिहार 800001.
    private func isPostal(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        guard digits.utf8.count == 6, digits.first != "0", line[index + 1]?.kind != .word else {
            return false
        }
        let before = line[index - 1]?.kind == .mark ? index - 2 : index - 1
        return line.word(before).map(HindiPlaces.all.contains) ?? false
    }

    private static let calling: Set<String> = [
        "कॉल", "फोन", "फ़ोन", "फ़ोन", "मोबाइल", "नंबर", "नम्बर", "टेलीफोन", "फैक्स", "हेल्पलाइन",
        "संपर्क", "व्हाट्सएप", "डायल", "phone", "tel", "call", "mobile", "fax",
    ]
    private static let codes: Set<String> = [
        "कोड", "पिन", "पिनकोड", "ओटीपी", "सीवीवी", "पासवर्ड", "पासकोड", "डायल", "pin", "otp", "cvv",
    ]
    private static let last: Set<String> = [
        "आखिरी", "आख़िरी", "अंतिम", "अन्तिम", "पहले", "चार", "छह",
    ]
}
