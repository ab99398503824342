/// Marks that are said as a word, by what stands around them.
struct EnglishSymbolRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index] else { return }
        if token.kind == .word, !token.scalar.isASCII,
            let letter = Self.greek[line.lower[index]], line.startsWord(index),
            line.endsWord(index + 1)
        {
            candidates.append(Candidate(1, .symbol(letter), cost: 9))
        }
        guard token.kind == .mark else { return }
        proposeTag(line, index, &candidates)
        if token.scalar == "`" || token.scalar == "'", line.touchingMark(index + 1, token.scalar) {
            candidates.append(Candidate(2, .symbol("\""), cost: 5))
        } else if token.scalar == "-", line.touchingMark(index + 1, "-") {
            let count = line.touchingMark(index + 2, "-") ? 3 : 2
            candidates.append(Candidate(count, .symbol(" - "), cost: 5))
        } else if token.scalar == "<", isHeart(line, index) {
            candidates.append(Candidate(2, .symbol("love"), cost: 9))
        } else if token.scalar == "<" || token.scalar == ">" || token.scalar == "!",
            line.touchingMark(index + 1, "="),
            compares(line, index + 1) || line[index + 2]?.kind == .word
        {
            let words = ["<": "less than or equal to", ">": "greater than or equal to"]
            candidates.append(
                Candidate(2, .symbol(words[token.text] ?? "not equal to"), cost: 9))
        } else if let word = word(token.scalar, line, index) {
            candidates.append(Candidate(1, .symbol(word), cost: 9))
        }
    }

    /// #BlackCats: the words of a tag are told apart by their capitals.
    private func proposeTag(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isMark(index, "#"), line.startsFresh(index),
            line.touchingWord(index + 1) != nil, !isCode(line, index + 1)
        else { return }
        var words = "hashtag "
        var wasLow = false
        for scalar in line.tokens[index + 1].text.unicodeScalars {
            let isHigh = scalar.properties.isUppercase
            if isHigh, wasLow { words += " " }
            words.unicodeScalars.append(scalar)
            wasLow = !isHigh
        }
        candidates.append(Candidate(2, .symbol(words), cost: 11))
    }

    /// A7, AB7, A-7: no word that somebody would tag.
    private func isCode(_ line: Line, _ index: Int) -> Bool {
        if line.touchingNumber(index + 1) != nil { return true }
        return line[index]!.text.utf8.count == 1 && line.touchingMark(index + 1, "-")
            && line.touchingNumber(index + 2) != nil
    }

    private static let currencies: [Unicode.Scalar] = ["$", "€", "£", "¥"]

    private static let greek: [String: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
        "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
        "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
        "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
    ]

    private func word(_ mark: Unicode.Scalar, _ line: Line, _ index: Int) -> String? {
        let before = line[index - 1]
        let after = line[index + 1]
        let numbers = before?.kind == .number && after?.kind == .number
        switch mark {
        case "&", "＆": return "and"
        case "+", "＋": return "plus"
        case "=", "＝": return "equals"
        case "@": return "at"
        case "%": return "percent"
        case "#":
            // C#, F#, C#12
            if line.touches(index), before?.isAllUppercase ?? false, before!.text.utf8.count == 1,
                line.touchingWord(index + 1) == nil
            {
                return "sharp"
            }
            if line.number(index + 1) != nil || line.word(index + 1) == "of" { return "number" }
            guard line.touchingWord(index + 1) != nil, line.startsFresh(index) else {
                return "hash"
            }
            return isCode(line, index + 1) ? "number" : "hashtag"
        case ".":
            // .NET
            let isName =
                line.startsFresh(index) && line.touches(index + 1) && after?.isAllUppercase ?? false
            return isName || joinsExtension(line, index) || isStandard(line, index) ? "dot" : nil
        case ":": return isPort(line, index) || isDrive(line, index) ? "colon" : nil
        case "°": return "degrees"
        case "±": return "plus or minus"
        case "×": return "times"
        case "÷": return "divided by"
        case "*": return numbers || multiplies(before, after) ? "times" : nil
        case "/":
            if numbers, !line.touches(index), !line.touches(index + 1) { return "divided by" }
            guard line.touches(index) || line.touches(index + 1) else { return nil }
            if let unit = line.touchingWord(index + 1), Self.perWords.contains(unit) {
                return "per"
            }
            if isReciprocal(line, index) { return "over" }
            if numbers, isSerial(line, index) { return nil }
            if numbers || isAlternative(line, index) { return "slash" }
            // A path from its root.
            if line.startsFresh(index) || line.isMark(index - 1, "~") {
                return line.touches(index + 1) ? "slash" : nil
            }
            return nil
        case "\\": return line.touches(index) && line.touches(index + 1) ? "backslash" : nil
        case "©": return "copyright"
        case "№": return "number"
        case "¶": return "paragraph"
        case "<":
            return numbers || compares(line, index) ? "less than" : nil
        case ">": return numbers || compares(line, index) ? "greater than" : nil
        case "≤": return "less than or equal to"
        case "≥": return "greater than or equal to"
        case "≠": return "not equal to"
        case "≈": return "about"
        case "~": return after?.kind == .number && line.startsFresh(index) ? "about" : nil
        case "§": return "section"
        case "$": return "dollar"
        case "€": return "euro"
        case "£": return "pound"
        case "¥": return "yen"
        case "₩": return "won"
        case "−": return "minus"
        case "-", "–":
            if joinsNames(line, index) { return "to" }
            if isOffset(line, index) || isMark(line, index) { return "minus" }
            if mark == "-", numbers, line.isMark(index + 2, "=") || !line.touches(index + 1) {
                return "minus"
            }
            let isDebt = line.touchingMark(index + 1).map(Self.currencies.contains) ?? false
            if isDebt, line.startsFresh(index) { return "minus" }
            return joinsAmounts(line, index) || joinsTimes(line, index) || joinsMonths(line, index)
                ? "to" : nil
        case "²": return line.touches(index) ? "squared" : nil
        case "³": return line.touches(index) ? "cubed" : nil
        case "∞": return "infinity"
        case "√": return "square root of"
        case "µ", "μ": return "micro"
        default: return nil
        }
    }

    /// main.rs, README.md; but not `it ended.then we left`.
    private func joinsExtension(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), line.startsFresh(index - 1), let name = line[index - 1],
            name.startsLowercase || name.isAllUppercase, name.text.utf8.count > 2,
            line.touchingWord(index + 1) != nil, let ending = line[index + 1],
            ending.startsLowercase, (2...4).contains(ending.text.utf8.count),
            line.endsWord(index + 2), !line.touchingMark(index + 2, ".")
        else { return false }
        let start = ending.text.prefix(1).uppercased() + ending.text.dropFirst()
        return !EnglishWords.sentenceStarters.contains(start)
    }

    /// H.264, X.509
    private func isStandard(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), let letter = line[index - 1], letter.isAllUppercase else {
            return false
        }
        return letter.text.utf8.count == 1 && line.startsWord(index - 1)
            && line.touchingNumber(index + 1)?.utf8.count == 3
    }

    /// 192.168.0.1:8080
    private func isPort(_ line: Line, _ index: Int) -> Bool {
        line.touches(index) && line.touchingNumber(index + 1) != nil
            && line.number(index - 1) != nil
            && line.touchingMark(index - 2, ".") && line.touchingMark(index - 4, ".")
            && line.touchingMark(index - 6, ".")
    }

    /// C:\Users
    private func isDrive(_ line: Line, _ index: Int) -> Bool {
        line.touches(index) && line.startsWord(index - 1) && line.touchingMark(index + 1, "\\")
            && line[index - 1]?.isAllUppercase ?? false && line[index - 1]!.text.utf8.count == 1
    }

    /// 2 * x
    private func multiplies(_ before: Token?, _ after: Token?) -> Bool {
        guard let before, let after, after.gap == .space || before.kind == .number else {
            return false
        }
        return [before, after].allSatisfy { token in
            token.kind == .number || token.kind == .word && token.text.utf8.count == 1
        }
    }

    /// a < b, n >= 3
    private func compares(_ line: Line, _ index: Int) -> Bool {
        guard let after = line[index + 1] else { return false }
        if after.kind == .number { return true }
        guard let before = line[index - 1], before.kind != .mark, after.kind != .mark else {
            return false
        }
        return !line.touches(index) && !line.touches(index + 1)
    }

    /// I <3 you
    private func isHeart(_ line: Line, _ index: Int) -> Bool {
        line.touchingNumber(index + 1) == "3" && !line.touches(index)
            && ["i", "we", "you", "they"].contains(line.word(index - 1) ?? "")
    }

    /// One of three words or more: up/down/left.
    private func isAlternative(_ line: Line, _ index: Int) -> Bool {
        func joins(_ at: Int) -> Bool {
            line.touchingMark(at, "/") && line.word(at - 1) != nil
                && line.touchingWord(at + 1) != nil
        }
        let isPath = line.touchingMark(index - 1, "/") || line.isMark(index - 2, "/")
        return joins(index)
            && (joins(index - 2) || joins(index + 2) || isPath && line.touches(index - 1))
    }

    private static let perWords: Set<String> = [
        "day", "week", "month", "year", "hour", "minute", "second", "person", "night", "head",
    ]

    /// 1/f, 1/n: one over a letter that stands for a quantity.
    private func isReciprocal(_ line: Line, _ index: Int) -> Bool {
        guard line.number(index - 1) == "1", line.touches(index), line.startsWord(index - 1),
            let letter = line.touchingWord(index + 1), letter.utf8.count == 1,
            line.endsWord(index + 2), !line.isDash(index + 2)
        else { return false }
        return !["a", "b", "c", "d"].contains(letter.lowercased())
    }

    /// The number before it has a name: MIG-25/4711.
    private func isSerial(_ line: Line, _ index: Int) -> Bool {
        line.touches(index) && line.touches(index - 1) && line.isDash(index - 2)
            && line.touches(index - 2) && line.word(index - 3) != nil
    }

    /// Q1-Q3
    private func joinsNames(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), line.touches(index + 1), let low = line.number(index - 1),
            let high = line.touchingNumber(index + 2), let name = line[index - 2],
            line.touches(index - 1), name.isAllUppercase, name.text.utf8.count == 1,
            line[index + 1]?.text == name.text, line.startsWord(index - 2),
            line.endsWord(index + 3), let first = Int(low), let last = Int(high)
        else { return false }
        return first < last
    }

    /// GMT-5
    private func isOffset(_ line: Line, _ index: Int) -> Bool {
        ["GMT", "UTC"].contains(line[index - 1]?.text ?? "") && line.touches(index)
            && line.touchingNumber(index + 1)?.utf8.count ?? 3 < 3
    }

    /// An A-, a C- in maths, A- students.
    private func isMark(_ line: Line, _ index: Int) -> Bool {
        guard line.touches(index), !line.touches(index + 1) || line[index + 1]!.isPunctuation,
            ["A", "B", "C", "D"].contains(line[index - 1]?.text ?? ""), line.startsWord(index - 1)
        else { return false }
        return ["an", "a", "of", "got", "grade", "with", "earned"].contains(
            line.word(index - 2) ?? "")
            || ["grade", "student", "students", "average"].contains(line.word(index + 1) ?? "")
    }

    /// Not a part of a name like Llama-3.2-3B or A1-2.
    private func startsAmount(_ line: Line, endingAt index: Int) -> Bool {
        var start = index
        if line.touchingMark(start - 1, "."), line.number(start - 2) != nil { start -= 2 }
        return line.startsWord(start) && !(line.touches(start) && line.isDash(start - 1))
    }

    /// 10:30 AM - 2:00 PM, noon-1pm
    private func joinsTimes(_ line: Line, _ index: Int) -> Bool {
        let before = line.word(index - 1) ?? ""
        guard line.touches(index) == line.touches(index + 1) else { return false }
        if line.number(index - 1) != nil || before == "am" || before == "pm",
            ["noon", "midnight"].contains(line.word(index + 1) ?? "")
        {
            return true
        }
        guard line.number(index + 1) != nil else { return false }
        if before == "noon" || before == "midnight" { return true }
        return !line.touches(index) && (before == "am" || before == "pm")
    }

    /// 5% - 10%, $5 - $10: with spaces both ends have to have their sign.
    private func endsEvidently(_ line: Line, _ index: Int) -> Bool {
        if let sign = line.touchingMark(index - 1), sign == "%" || sign == "°" {
            return line.touchingMark(index + 2, sign)
        }
        return line.touches(index - 1) && line.touches(index + 2)
            && Self.currencies.contains { line.isMark(index - 2, $0) && line.isMark(index + 1, $0) }
    }

    /// April 2019–March 2020
    private func joinsMonths(_ line: Line, _ index: Int) -> Bool {
        func isMonth(_ at: Int) -> Bool {
            line[at]?.startsUppercase ?? false && EnglishWords.months[line.word(at) ?? ""] != nil
        }
        return line.number(index - 1) != nil && isMonth(index - 2) && isMonth(index + 1)
            && line.touches(index) == line.touches(index + 1)
    }

    /// $5-$7, 5pm-7pm, 1960s-1980s, 5-7 km: ends of a range that are more than numbers.
    private func joinsAmounts(_ line: Line, _ index: Int) -> Bool {
        guard let before = line[index - 1], let after = line[index + 1],
            line.touches(index) == line.touches(index + 1),
            line.touches(index) || endsEvidently(line, index), line.word(index - 2) != "boeing",
            !(EnglishCodeRecognizer.isJet(before.text) && after.text.utf8.count == 3)
        else { return false }
        let ends =
            before.text == "." && line.word(index - 2) == "m"
            || ["%", "°"].contains(before.text) && line.number(index - 2) != nil
            || before.kind == .word && line.number(index - 2) != nil
                && (line.touches(index - 1) || EnglishUnits.dotted.contains(before.text))
            || before.kind == .number && startsAmount(line, endingAt: index - 1)
        let begins =
            after.kind == .number && !(line.touches(index + 2) && line.isDash(index + 2))
            || Self.currencies.contains(after.scalar) && line.touchingNumber(index + 2) != nil
        return ends && begins
    }
}
