/// Shortened words and initials.
struct EnglishAbbreviationRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word, line.startsWord(index) else { return }
        proposeInitials(line, index, &candidates)
        proposeLatin(line, index, &candidates)
        proposeSpecial(token, line, index, &candidates)
        // The dot of a last word ends the sentence as well, and stays.
        let dot = line.touchingMark(index + 1, ".")
        let count = dot && !line.endsSentence(dot: index + 1, from: index) ? 2 : 1
        guard line.endsWord(index + count) else { return }
        if token.text == "St" || token.text == "Dr" || token.text == "st" || token.text == "dr" {
            // Park St., 5th St.
            let isNumbered =
                line.touches(index - 1) && line.number(index - 2) != nil
                && line.word(index - 1) != nil
            let isName =
                isBehindName(line, index)
                && !EnglishWords.sentenceStarters.contains(line[index - 1]!.text)
            let behindName = isNumbered || isName
            let beforeName =
                count == 2 || !dot ? line[index + count]?.startsUppercase ?? false : false
            let street =
                behindName && (!beforeName || line.number(index - 2) != nil)
                && (dot || token.startsUppercase || isNumbered)
            let words =
                line.lower[index] == "st"
                ? (street ? "Street" : "Saint") : (street ? "Drive" : "Doctor")
            if dot || beforeName || street {
                candidates.append(Candidate(count, .abbreviation(words), cost: 8))
            }
        } else if let words = EnglishAbbreviations.beforeNumbers[token.text],
            dot || ["vol", "apt"].contains(line.lower[index]),
            isNumber(line, index + (dot ? 2 : 1)),
            !(line.word(index - 1).map(Self.beforeWords.contains) ?? false),
            token.text != "no" || !(line.word(index - 1).map(Self.beforeDenial.contains) ?? false)
        {
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        } else if let words = EnglishAbbreviations.titles[token.text],
            dot || line[index + 1]?.startsUppercase ?? false
        {
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        } else if let words = EnglishAbbreviations.inner[token.text], dot, count == 2 {
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        } else if let words = EnglishAbbreviations.dotted[token.text], dot {
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        } else if let words = EnglishAbbreviations.bare[token.text],
            EnglishUnits.exact[line.lower[index]] == nil || line.number(index - 1) == nil
        {
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        } else if let words = EnglishWords.streets[token.text], isBehindName(line, index),
            dot || ["Ave", "Blvd", "Rd", "Hwy", "Pkwy"].contains(token.text)
        {
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        }
    }

    /// Fleet St, Peter's Sq.
    private func isBehindName(_ line: Line, _ index: Int) -> Bool {
        let isOwner = line.word(index - 1) == "s" && line.touches(index - 1)
        return line[isOwner ? index - 3 : index - 1]?.startsUppercase ?? false
    }

    private static let behindOrdinals = [
        "c": "century", "cent": "century", "ed": "edition", "fl": "floor", "edn": "edition",
    ]

    private static let beforeOf = ["no": "number", "No": "Number", "Sec": "Secretary"]

    /// `She said no. 5 of them`: the word, not the abbreviation.
    private static let beforeDenial: Set<String> = [
        "say", "said", "says", "oh", "answered", "was", "with", "saying", "replied", "is",
    ]

    /// `I ate a fig. 5 were left`: the word itself.
    private static let beforeWords: Set<String> = ["a", "an"]

    private func isNumber(_ line: Line, _ index: Int) -> Bool {
        let isBracketed = line.isMark(index, "(") && line.number(index + 1) != nil
        guard let token = line[isBracketed ? index + 1 : index] else { return false }
        // No. A12 counts as well.
        return token.kind == .number || RomanNumeral.value(token.text) != nil
            || token.text.utf8.count > 1 && token.text.utf8.allSatisfy("ivx".utf8.contains)
            || token.startsUppercase && line.touchingNumber(index + 1) != nil
    }

    /// Letters that are short for a word only beside certain others.
    private func proposeSpecial(
        _ token: Token, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        if token.text == "w", line.touchingMark(index + 1, "/") {
            let tail = line.touchingWord(index + 2) ?? ""
            let whole = ["o": "without", "out": "without", "in": "within"][tail]
            candidates.append(
                Candidate(whole == nil ? 2 : 3, .abbreviation(whole ?? "with"), cost: 8))
        }
        // gov't
        if line.touchingMark(index + 1, "'") || line.touchingMark(index + 1, "’"),
            let tail = line.touchingWord(index + 2), line.endsWord(index + 3),
            let words = EnglishAbbreviations.contracted[line.lower[index] + tail]
        {
            candidates.append(Candidate(3, .abbreviation(words), cost: 8))
        }
        // b/c
        if token.text == "b", line.touchingMark(index + 1, "/"),
            line.touchingWord(index + 2) == "c", line.endsWord(index + 3)
        {
            candidates.append(Candidate(3, .abbreviation("because"), cost: 8))
        }
        // c/o Jane
        if line.lower[index] == "c", line.touchingMark(index + 1, "/"),
            line.touchingWord(index + 2) == "o", line[index + 3]?.startsUppercase ?? false
        {
            candidates.append(Candidate(3, .abbreviation("care of"), cost: 8))
        }
        // The mid-1980s.
        if line.lower[index] == "mid", line.touchingMark(index + 1, "-"),
            line.touchingNumber(index + 2)?.utf8.count == 4
        {
            candidates.append(Candidate(2, .abbreviation(token.text), cost: 9))
        }
        // est. 1950, $3 est.
        if line.lower[index] == "est", line.touchingMark(index + 1, ".") {
            let word = isYear(line, index + 2) ? "established" : "estimated"
            let count = line.endsSentence(dot: index + 1, from: index) ? 1 : 2
            let words =
                token.startsUppercase ? word.prefix(1).uppercased() + word.dropFirst() : word
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        }
        // Sr. Mary: she is no senior, who stands behind a name.
        if token.text == "Sr", line.touchingMark(index + 1, "."),
            line[index + 2]?.startsUppercase ?? false, !(line[index - 1]?.startsUppercase ?? false)
        {
            candidates.append(Candidate(2, .abbreviation("Sister"), cost: 7))
        }
        // Genesis 2, but not Gen. X
        if token.text == "Gen", line.touchingMark(index + 1, "."), line.number(index + 2) != nil {
            candidates.append(Candidate(2, .abbreviation("Genesis"), cost: 7))
        }
        // 50 pp.
        if token.text == "pp", line.touchingMark(index + 1, "."), line.number(index - 1) != nil,
            line.number(index + 2) == nil
        {
            let count = line.endsSentence(dot: index + 1, from: index) ? 1 : 2
            candidates.append(Candidate(count, .abbreviation("pages"), cost: 8))
        }
        // The 21st c., the 2nd ed.
        let suffix = line.touchingMark(index - 1, "-") ? index - 2 : index - 1
        if let words = Self.behindOrdinals[token.text], line.touchingMark(index + 1, "."),
            line.touches(suffix), line.number(suffix - 1) != nil, line.word(suffix) != nil
        {
            let count = line.endsSentence(dot: index + 1, from: index) ? 1 : 2
            candidates.append(Candidate(count, .abbreviation(words), cost: 8))
        }
        // 1/2 c. sugar
        if token.text == "c", line.touchingMark(index + 1, "."),
            let amount = line.number(index - 1), !line.touches(index),
            line[index + 2]?.startsLowercase ?? false
        {
            let isPart = line.touchingMark(index - 2, "/")
            let isOne = isPart ? line.number(index - 4) == nil : amount == "1"
            candidates.append(Candidate(2, .abbreviation(isOne ? "cup" : "cups"), cost: 8))
        }
        // Pt. Reyes
        if token.text == "Pt", line.touchingMark(index + 1, "."),
            line[index + 2]?.startsUppercase ?? false
        {
            candidates.append(Candidate(2, .abbreviation("Point"), cost: 10))
        }
        // b. 1850, d. c. 1920
        if let words = EnglishAbbreviations.beforeYears[token.text],
            line.touchingMark(index + 1, "."),
            isYear(line, index + 2)
                || line.number(index + 2) != nil && line.touchingMark(index + 3, "/")
        {
            candidates.append(Candidate(2, .abbreviation(words), cost: 8))
        }
        // No. of, Sec. of
        if let words = Self.beforeOf[token.text], line.touchingMark(index + 1, "."),
            line.word(index + 2) == "of"
        {
            candidates.append(Candidate(2, .abbreviation(words), cost: 8))
        }
        // Roe v. Wade
        if token.text == "v", line.touchingMark(index + 1, "."),
            line[line.isMark(index - 1, ".") ? index - 2 : index - 1]?.startsUppercase ?? false,
            line[index + 2]?.startsUppercase ?? false
        {
            candidates.append(Candidate(2, .abbreviation("versus"), cost: 8))
        }
        // v2.0
        if token.text == "v", line.touchingNumber(index + 1) != nil {
            candidates.append(Candidate(1, .abbreviation("version"), cost: 9))
        }
    }

    private func isYear(_ line: Line, _ index: Int) -> Bool {
        let isAbout = ["c", "ca"].contains(line.word(index) ?? "") && line.isMark(index + 1, ".")
        guard let digits = line.number(isAbout ? index + 2 : index) else { return false }
        return (3...4).contains(digits.utf8.count) && digits.first != "0"
    }

    /// U.S.A., J. R. R., a.m.
    private func proposeInitials(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        // Within others, which were looked at with it.
        guard !(line.touches(index) && line.isMark(index - 1, ".")) else { return }
        var at = index
        var letters = ""
        while at < index + 16, let token = line[at], token.kind == .word,
            token.text.unicodeScalars.count == 1, at == index || line.touches(at),
            line.touchingMark(at + 1, ".")
        {
            letters += (letters.isEmpty ? "" : " ") + token.text
            at += 2
        }
        guard at > index else { return }
        // A.D without its last dot.
        if let last = line[at], last.isAllUppercase, last.text.utf8.count == 1, line.touches(at),
            line.endsWord(at + 1)
        {
            let joined = letters.replacing(" ", with: "") + last.text
            let words =
                EnglishAbbreviations.acronyms.contains(joined) ? joined : letters + " " + last.text
            candidates.append(Candidate(at + 1 - index, .letters(words), cost: 12))
            return
        }
        if at == index + 2 {
            // One initial loses its dot before the name that it belongs to.
            guard line.tokens[index].startsUppercase, !line.isLast(index + 1),
                line[at]?.startsUppercase ?? false
            else { return }
            candidates.append(Candidate(2, .letters(letters), cost: 14))
        } else {
            let end = line.endsSentence(dot: at - 1, from: index) ? at - 1 : at
            guard line.endsWord(at) else { return }
            letters = letters.uppercased()
            let joined = letters.replacing(" ", with: "")
            let words = EnglishAbbreviations.acronyms.contains(joined) ? joined : letters
            candidates.append(Candidate(end - index, .letters(words), cost: 12))
        }
    }

    /// e.g. and i.e.
    private func proposeLatin(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.touchingMark(index + 1, "."), let second = line.touchingWord(index + 2),
            line.touchingMark(index + 3, ".")
        else { return }
        switch (line.tokens[index].text, second) {
        case ("e", "g"): candidates.append(Candidate(4, .abbreviation("for example"), cost: 5))
        case ("E", "g"): candidates.append(Candidate(4, .abbreviation("For example"), cost: 5))
        case ("I", "e"): candidates.append(Candidate(4, .abbreviation("That is"), cost: 5))
        case ("a", "k"):
            guard line.touchingWord(index + 4) == "a", line.touchingMark(index + 5, ".") else {
                return
            }
            candidates.append(Candidate(6, .abbreviation("also known as"), cost: 5))
        case ("i", "e"): candidates.append(Candidate(4, .abbreviation("that is"), cost: 5))
        case ("Ph", "d"), ("PH", "d"):
            let count = line.endsSentence(dot: index + 3, from: index) ? 3 : 4
            candidates.append(Candidate(count, .abbreviation("PHD"), cost: 5))
        default: break
        }
    }
}
