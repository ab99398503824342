/// Signs between numbers, and roots and powers: 2+3=5, √2, 10³.
struct KoreanMathRecognizer: Recognizer {
    private static let powers: [Unicode.Scalar: String] = ["²": "제곱", "³": "세제곱"]

    var starts: TokenKinds { .mark }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let mark = line[index], mark.kind == .mark else { return }
        if let word = word(mark.scalar, line, index) {
            candidates.append(Candidate(1, .symbol(word), cost: 8))
        }
        proposeVersion(line, index, &candidates)
    }

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let before = line[index - 1]
        let isTerm = before.map { $0.kind == .number || $0.kind == .word || $0.isCloser } ?? false
        let numbers = isTerm && (line.number(index + 1) != nil || line.isMark(index + 1, "√"))
        if mark == "√", line.number(index + 1) != nil { return " 루트 " }
        if let power = Self.powers[mark], line.touches(index), let before,
            before.kind == .number || before.kind == .word && before.text.unicodeScalars.count == 1
        {
            return "의 " + power
        }
        switch mark {
        case "+": return numbers ? " 더하기 " : nil
        case "×", "*": return numbers ? " 곱하기 " : nil
        case "÷": return numbers ? " 나누기 " : nil
        case "=":
            guard numbers, let digits = line.number(index - 1) else { return nil }
            return KoreanParticles.agreeing("은", with: KoreanNumbers.cardinal(digits)) + " "
        case "-", "−":
            // A lone dash with spaces on both sides is no sign, except in an equation.
            let isEquation = line.isMark(index + 2, "=")
            return numbers && isEquation ? " 빼기 " : nil
        default: return nil
        }
    }

    /// A dot between the parts of a version or of an address of a machine.
    private func proposeVersion(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.touchingMark(index, "."), line.number(index - 1) != nil,
            line.touchingNumber(index + 1) != nil
        else { return }
        candidates.append(Candidate(1, .symbol("점"), cost: 9))
    }
}
