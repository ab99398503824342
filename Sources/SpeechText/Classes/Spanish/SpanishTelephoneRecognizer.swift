/// Digits in groups: telephone numbers by the habits of Spain and America, versions, addresses
/// of machines.
struct SpanishTelephoneRecognizer: Recognizer {
    private static let mostGroups = 6

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeWithArea(line, index, &candidates)
        guard line.startsFresh(index), line.number(index) != nil else { return }
        proposeDotted(line, index, &candidates)
        proposeSpaced(line, index, &candidates)
        proposeLocal(line, index, &candidates)
    }

    /// (91) 123 4567
    private func proposeWithArea(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isMark(index, "("), let area = line.touchingNumber(index + 1),
            (2...4).contains(area.utf8.count), line.touchingMark(index + 2, ")")
        else { return }
        let groups = groups(line, index + 3) {
            line.touchingMark($0, "-") ? $0 + 1 : line[$0]?.gap == .space ? $0 : nil
        }
        var end = index + 3
        for group in groups.indices { end += group > 0 && line.isMark(end, "-") ? 2 : 1 }
        let digits = groups.reduce(area.utf8.count) { $0 + $1.utf8.count }
        guard groups.count >= 2, (8...11).contains(digits), line.endsWord(end),
            groups.allSatisfy({ $0.utf8.count >= 2 })
        else { return }
        let content = Semiotic.digits(([area] + groups).joined(separator: ","))
        candidates.append(Candidate(end - index, content, cost: 20))
    }

    /// 555-1234, where it is no range.
    private func proposeLocal(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let groups = groups(line, index) { line.touchingMark($0, "-") ? $0 + 1 : nil }
        let isYears = groups.allSatisfy { (1000...2100).contains(Int($0) ?? 0) }
        guard groups.map(\.utf8.count) == [3, 4] || groups.map(\.utf8.count) == [4, 4], !isYears,
            line.endsWord(index + 3), isCalled(line, index) || index == 0 && line.isLast(3)
        else { return }
        candidates.append(Candidate(3, .digits(groups.joined(separator: ",")), cost: 15))
    }

    /// 1.12.3, 192.168.0.1, 555.123.4567.
    private func proposeDotted(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let groups = groups(line, index) { line.touchingMark($0, ".") ? $0 + 1 : nil }
        let end = index + 2 * groups.count - 1
        guard groups.count >= 3, line.endsWord(end),
            !groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
        else { return }
        let content: Semiotic
        if groups.count == 3, groups.map(\.utf8.count) == [3, 3, 4] {
            content = .digits(groups.joined(separator: ","))
        } else {
            let isVersion = groups.allSatisfy { $0.utf8.count <= 2 }
            let words = groups.map {
                isVersion && $0.first != "0"
                    ? SpanishNumbers.cardinal($0) : SpanishNumbers.spelled($0)
            }
            content = .symbol(words.joined(separator: " punto "))
        }
        candidates.append(Candidate(end - index, content, cost: 20))
    }

    /// 91 123 45 67, 612 345 678, 55 1234 5678.
    private func proposeSpaced(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        let groups = groups(line, index) { line[$0]?.gap == .space ? $0 : nil }
        let digits = groups.reduce(0) { $0 + $1.utf8.count }
        guard (7...12).contains(digits), line.endsWord(index + groups.count),
            groups.allSatisfy({ $0.utf8.count >= 2 }) || groups.count == 1
        else { return }
        let isCalled = isCalled(line, index)
        let isAmount = groups.count == 1 || groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let isUsual = groups.count >= 3 && digits >= 9 && groups[0].utf8.first! > 52 && !isAmount
        guard isCalled || isUsual else { return }
        let content = Semiotic.digits(groups.joined(separator: ","))
        candidates.append(Candidate(groups.count, content, cost: 15))
    }

    private func groups(
        _ line: Line, _ index: Int, next: (Int) -> Int?
    ) -> [String] {
        var groups: [String] = []
        var at: Int? = index
        while let here = at, groups.count < Self.mostGroups, let group = line.number(here),
            group.utf8.count <= 12
        {
            groups.append(group)
            at = next(here + 1)
        }
        return groups
    }

    /// `Tel.: 912 345 678`, `llámame al 612 345 678`.
    private func isCalled(_ line: Line, _ index: Int) -> Bool {
        (1...4).contains { back in
            guard let word = line.word(index - back) else { return false }
            return Self.callers.contains(word)
        }
    }

    private static let callers: Set<String> = [
        "tel", "teléf", "tlf", "tfno", "teléfono", "teléfonos", "móvil", "celular", "fax",
        "whatsapp", "llame", "llama", "llamar", "llámame", "llámanos", "llámenos", "llamando",
        "llamé", "marca", "marque", "marcar", "contacto",
    ]
}
