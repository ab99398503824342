/// Exponents behind what they raise: 2^10, 10⁻³, x⁴, 2^n.
struct PowerRecognizer: Recognizer {
    let minus: String
    /// What says the whole of an exponent: squared.
    var squares: [String: String] = [:]
    let cardinal: @Sendable (String) -> String
    /// Numbers without a sign, where they are no cardinals.
    var positive: (@Sendable (String) -> String)?
    /// The words around a number or a letter.
    let words: @Sendable (String) -> String

    var starts: TokenKinds { [.mark, .word] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let (exponent, count) = line.exponent(index) else { return }
        candidates.append(Candidate(count, .symbol(reading(exponent)), cost: 9))
    }

    private func reading(_ exponent: Exponent) -> String {
        guard exponent.isNumber else {
            return words((exponent.isNegative ? minus : "") + exponent.text)
        }
        if exponent.isNegative { return words(minus + cardinal(exponent.text)) }
        return squares[exponent.text] ?? words((positive ?? cardinal)(exponent.text))
    }
}

/// What a number or a letter is raised to.
struct Exponent {
    var isNegative = false
    /// Digits, or a letter.
    var text = ""

    var isNumber: Bool { text.utf8.first.map { (48...57).contains($0) } ?? false }
}

extension Line {
    /// Figures that a raised number goes on for, in tokens.
    private static var longestExponent: Int { 6 }

    /// The exponent that begins at this token. A lone ² or ³ is none: it goes with units as well,
    /// and has words of its own.
    func exponent(_ index: Int) -> (Exponent, count: Int)? {
        guard mayBeExponent(index), isBase(index - 1) else { return nil }
        if isMark(index, "^") { return writtenExponent(index + 1).map { ($0, $1 - index) } }
        if self[index]?.text == "ⁿ" { return (Exponent(text: "n"), 1) }
        return raisedExponent(index)
    }

    private func mayBeExponent(_ index: Int) -> Bool {
        guard touches(index), let scalar = self[index]?.scalar else { return false }
        return scalar == "^" || scalar == "ⁿ" || isRaised(index)
    }

    /// A number, a letter or a bracket; but no year, as that has a note behind it.
    private func isBase(_ index: Int) -> Bool {
        guard let token = self[index] else { return false }
        return switch token.kind {
        case .number: !isRaised(index + 1) || token.text.utf8.count < 4
        case .word: token.text.unicodeScalars.count == 1 || isMark(index + 1, "^")
        case .mark: token.scalar == ")"
        case .tag, .given: false
        }
    }

    /// Behind a ^: -3, n, {10}
    private func writtenExponent(_ start: Int) -> (Exponent, end: Int)? {
        var at = start
        let isBraced = touchingMark(at, "{")
        if isBraced { at += 1 }
        var exponent = Exponent()
        if isSign(at), touches(at) {
            exponent.isNegative = true
            at += 1
        }
        guard touches(at), let token = self[at],
            token.kind == .number || token.kind == .word && token.text.unicodeScalars.count == 1,
            endsWord(at + 1)
        else { return nil }
        exponent.text = token.text
        guard isBraced else { return (exponent, at + 1) }
        return touchingMark(at + 1, "}") ? (exponent, at + 2) : nil
    }

    private func raisedExponent(_ index: Int) -> (Exponent, count: Int)? {
        var exponent = Exponent()
        var at = index
        while at < index + Self.longestExponent, touches(at), isRaised(at) {
            let scalar = tokens[at].scalar
            if scalar == "⁻" {
                guard at == index else { return nil }
                exponent.isNegative = true
            } else if let value = scalar.properties.numericValue {
                exponent.text += String(Int(value))
            }
            at += 1
        }
        guard exponent.isNumber, !isLoneSquare(index, at) else { return nil }
        return (exponent, at - index)
    }

    private func isLoneSquare(_ index: Int, _ end: Int) -> Bool {
        end == index + 1 && (isMark(index, "²") || isMark(index, "³"))
    }

    private func isRaised(_ index: Int) -> Bool {
        guard let token = self[index], token.kind == .mark else { return false }
        return switch token.scalar.value {
        case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079, 0x207B: true
        default: false
        }
    }
}
