/// Numbers that are more than an amount: '68, iOS 17.4, 192.168.0.1, codes, 1 before its noun.
struct ItalianNumberRecognizer: Recognizer {
    /// A longer chain of numbers with dots is no version.
    private static let longestVersion = 10

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        if line.isMark(index, "'") || line.isMark(index, "’") || line.isMark(index, "‘"),
            line.startsFresh(index), let year = line.touchingNumber(index + 1),
            year.utf8.count == 2 || year.utf8.count == 3, line.endsWord(index + 2)
        {
            candidates.append(Candidate(2, .cardinal(Numeral(digits: year)), cost: 14))
        }
        if line.isMark(index, "½"), line.startsFresh(index) {
            proposeHalf(line, index, 1, &candidates)
        }
        guard let digits = line.number(index) else { return }
        if digits == "1", line.startsFresh(index) {
            proposeOne(line, index, &candidates)
            if line.touchingMark(index + 1, "/"), line.touchingNumber(index + 2) == "2" {
                proposeHalf(line, index, 3, &candidates)
            }
        }
        proposeVersion(line, index, &candidates)
        proposeMillions(line, index, &candidates)
        if isCode(digits, line, index) {
            candidates.append(Candidate(1, .digits(digits), cost: 18))
        }
    }

    /// Un giorno, una persona, un'ora.
    private func proposeOne(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let noun = line.word(index + 1), !line.touches(index + 1),
            let gender = ItalianNouns.genders[noun]
                ?? (mayCount(line, index) ? ItalianNouns.guessedGender(of: noun) : nil)
        else { return }
        let words = ItalianAmounts.article(before: noun, gender) + line.tokens[index + 1].text
        candidates.append(Candidate(2, .symbol(words), cost: 16))
    }

    /// Whether no noun stands before the number that it might belong to: canale 1 nuovo.
    private func mayCount(_ line: Line, _ index: Int) -> Bool {
        guard let before = line[index - 1] else { return true }
        return before.kind == .mark || ItalianNouns.introductions.contains(line.lower[index - 1])
    }

    /// Mezzo litro, mezza tazza.
    private func proposeHalf(
        _ line: Line, _ index: Int, _ count: Int, _ candidates: inout [Candidate]
    ) {
        guard line.number(index - 1) == nil, let noun = line.word(index + count),
            let gender = ItalianNouns.genders[noun]
        else { return }
        if noun == "ora" {
            candidates.append(Candidate(count + 1, .symbol("mezz'ora"), cost: 12))
        }
        let words = gender == .feminine ? "mezza" : "mezzo"
        candidates.append(Candidate(count, .symbol(words), cost: count == 1 ? 8 : 12))
    }

    /// Due milioni di abitanti, for 2.000.000 abitanti.
    private func proposeMillions(
        _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard line.startsWord(index),
            let (numeral, count) = line.amount(index, ItalianWording.wording.numbers),
            ItalianNumbers.isRoundMillion(numeral), let noun = line[index + count],
            noun.startsLowercase, !line.touches(index + count),
            !ItalianNouns.others.contains(noun.text)
        else { return }
        let words = ItalianNumbers.numeral(numeral) + " di"
        candidates.append(Candidate(count, .symbol(words), cost: 19))
    }

    /// Parts with dots between them that are no groups of thousands.
    private func proposeVersion(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.startsWord(index), !(line.touches(index) && line.isMark(index - 1, ".")) else {
            return
        }
        var parts: [String] = []
        var at = index
        while parts.count < Self.longestVersion, let part = line.number(at) {
            parts.append(part)
            at += 1
            guard line.touchingMark(at, "."), line.touchingNumber(at + 1) != nil else { break }
            at += 1
        }
        let isGrouped = parts.dropFirst().allSatisfy { $0.utf8.count == 3 }
        guard parts.count > 1, !isGrouped || isHost(parts),
            parts.allSatisfy({ $0.utf8.count <= 4 })
        else { return }
        let words = parts.map {
            $0.first == "0" ? ItalianNumbers.spelled($0) : ItalianNumbers.cardinal($0)
        }
        let content = Semiotic.symbol(words.joined(separator: " punto "))
        candidates.append(Candidate(at - index, content, cost: 19))
    }

    /// The number of a machine: four bytes.
    private func isHost(_ parts: [String]) -> Bool {
        parts.count == 4
            && parts.allSatisfy { part in
                Int(part).map { $0 < 256 && (part.first != "0" || part == "0") } ?? false
            }
    }

    /// Long figures in a serial number, behind "CAP" or before a town.
    private func isCode(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        let size = digits.utf8.count
        let isGlued =
            line.touchingWord(index + 1) != nil && !line.endsWord(index + 1)
            || line.touches(index) && line[index - 1]?.kind == .word
        if isGlued, size >= 4, !isMeasured(line, index + 1) { return true }
        guard size == 5, line.endsWord(index + 1) else { return false }
        if line.word(index - 1) == "cap" { return true }
        return (line.isMark(index - 1, ",") || line.isMark(index - 1, "-"))
            && line[index + 1]?.startsUppercase ?? false && !line.touches(index)
    }

    private func isMeasured(_ line: Line, _ index: Int) -> Bool {
        guard let (_, count) = line.phrase(index, in: ItalianUnits.table) else { return false }
        return line.endsWord(index + count)
    }
}
