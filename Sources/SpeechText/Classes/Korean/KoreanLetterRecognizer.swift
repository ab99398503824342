/// Letters that are said by their names: KBS, UN, A씨.
struct KoreanLetterRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.isAllUppercase, token.text.allSatisfy(\.isASCII),
            token.text.utf8.count <= 5, line.startsWord(index) || isSecond(line, index),
            !["@", "'", "’"].contains(line[index + 1]?.text),
            token.text.utf8.count == 1
                ? isName(line, index) || isSecond(line, index) : Self.isSpelled(token.text)
        else { return }
        let words = KoreanLetters.spelled(token.text)
        candidates.append(Candidate(1, .letters(words), cost: 9))
    }

    /// Behind the figure of B2B.
    private func isSecond(_ line: Line, _ index: Int) -> Bool {
        line.touches(index) && line.touches(index - 1) && line.number(index - 1)?.utf8.count == 1
            && line[index - 2]?.isAllUppercase ?? false
    }

    /// Whether a single letter names something: S24, B형.
    private func isName(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index + 1), let after = line[index + 1] else { return false }
        return after.kind == .number || Self.behindLetter.contains(where: after.text.hasPrefix)
    }

    /// Whether no one could say it as a word.
    static func isSpelled(_ initials: String) -> Bool {
        initials.utf8.count == 1 || spelled.contains(initials)
            || !initials.contains { "AEIOUY".contains($0) }
    }

    private static let behindLetter = [
        "씨", "형", "급", "반", "조", "팀", "동", "군", "양", "사", "등급", "학점", "타입", "매치",
        "코스", "교수", "대학", "업체", "기업", "회사", "학생", "의원",
    ]
    /// Initials with a vowel among them that are no word.
    private static let spelled: Set<String> = [
        "AI", "IT", "CO", "LTE", "BMI", "ISBN", "EMS", "AED", "EU", "UN", "US", "USA", "UAE",
        "UHD", "LED", "OLED", "CEO", "CFO", "CTO", "FTA", "GDP", "OECD", "IMF", "IOC", "FBI",
        "CIA", "API", "CPU", "GPU", "NPU", "IP", "IPO", "ETF", "SUV", "ESG", "USB", "URL", "UI",
        "UX", "ID", "IQ", "EQ", "OST", "AS", "PPI", "CPI", "DNA", "RNA", "MRI", "ICT", "IR",
        "AFP", "NBA", "EPL", "UCL", "IBM", "GNI", "YTN", "EBS", "UFO", "ATM", "OTT", "OS", "IOS",
        "MOU", "NGO", "APT", "ASMR", "VIP", "IAEA", "WTO", "WHO", "AR", "EV", "OEM", "ODM", "SOS",
        "IBK",
    ]
}
