/// French telephone numbers: 01 23 45 67 89, 01.23.45.67.89, +33 (0)1 23 45 67 89.
struct FrenchTelephoneRecognizer: Recognizer {
    private static let pairs = 5

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeForeign(line, index, &candidates)
        guard line.startsWord(index), let first = line.number(index), first.utf8.count == 2,
            first.first == "0"
        else { return }
        let mark = line.touches(index + 1) ? line[index + 1]?.scalar : nil
        if let mark, ![".", "-", "/"].contains(mark) { return }
        var groups = [first]
        var at = index + 1
        while groups.count < Self.pairs {
            if mark != nil { at += 1 }
            guard let group = line.number(at), group.utf8.count == 2,
                mark == nil ? line[at]!.gap == .space : line.touchingMark(at - 1, mark!)
            else { return }
            groups.append(group)
            at += 1
        }
        guard line.endsWord(at) else { return }
        let content = Semiotic.digits(groups.joined(separator: ","))
        candidates.append(Candidate(at - index, content, cost: 15))
    }

    /// Who calls from abroad leaves out the zero in brackets.
    private func proposeForeign(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isMark(index, "+"), let country = line.touchingNumber(index + 1),
            line.isMark(index + 2, "("), line.touchingNumber(index + 3) == "0",
            line.touchingMark(index + 4, ")"), let first = line.number(index + 5)
        else { return }
        var groups = [country, first]
        var at = index + 6
        while groups.count <= Self.pairs, let group = line.number(at), group.utf8.count <= 3 {
            groups.append(group)
            at += 1
        }
        guard groups.count > 3, line.endsWord(at) else { return }
        let content = Semiotic.digits("plus " + groups.joined(separator: ","))
        candidates.append(Candidate(at - index, content, cost: 15))
    }
}
