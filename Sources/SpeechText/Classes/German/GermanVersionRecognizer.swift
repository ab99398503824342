/// Numbers with points between them that are no dates: 1.2.3, 192.168.0.1, Version 3.5.
struct GermanVersionRecognizer: Recognizer {
    /// In tokens.
    private static let longest = 12

    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let first = line.number(index),
            line.startsWord(index) || line[index - 1]?.kind == .word
        else { return }
        var parts = [first]
        var at = index + 1
        while at < index + Self.longest, line.touchingMark(at, "."),
            let part = line.touchingNumber(at + 1)
        {
            parts.append(part)
            at += 2
        }
        guard parts.count > 1, line.endsWord(at), !isGrouped(parts) else { return }
        let words = parts.map {
            $0.first == "0" ? GermanNumbers.spelled($0) : GermanNumbers.cardinal($0)
        }
        let isShort = parts.count == 2
        let content = Semiotic.abbreviation(words.joined(separator: " Punkt "))
        candidates.append(Candidate(at - index, content, cost: isShort ? 24 : 18))
    }

    /// 20.000.000 is one number, 192.168.178.100 is an address.
    private func isGrouped(_ parts: [String]) -> Bool {
        guard parts[0].utf8.count <= 3, parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
            return false
        }
        return parts.count != 4 || !parts.allSatisfy { $0.first != "0" && Int($0)! < 256 }
    }
}
