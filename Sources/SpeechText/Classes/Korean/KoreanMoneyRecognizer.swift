/// A currency before an amount in 만, 억 and 조: ₩45억, $3억 2000만; and the sign of a debt.
struct KoreanMoneyRecognizer: Recognizer {
    private static let scales: Set<Character> = ["백", "천", "만", "억", "조", "경"]

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeSign(line, index, &candidates)
        guard line.number(index) == nil, line.startsWord(index),
            let (currency, length) = line.phrase(index, in: Wording.korean.currencies),
            let (numeral, count) = line.amount(index + length, Wording.korean.numbers)
        else { return }
        var at = index + length + count
        var scale = ""
        var rest = ""
        // At most two scales: 3억 2000만.
        for _ in 0..<2 {
            guard rest.isEmpty, let word = scale.isEmpty ? line.touchingWord(at) : line.word(at)
            else { break }
            let letters = word.prefix { Self.scales.contains($0) }
            if letters.isEmpty { break }
            scale += letters
            rest = String(word.dropFirst(letters.count))
            at += 1
            guard rest.isEmpty, let (more, count) = line.amount(at, Wording.korean.numbers),
                line.word(at + count).map({ Self.scales.contains($0.first!) }) ?? false
            else { break }
            scale += KoreanNumbers.numeral(more)
            at += count
        }
        guard !scale.isEmpty else { return }
        let name = currency.one + KoreanParticles.agreeing(rest, with: currency.one)
        let content = Semiotic.money(numeral, scale: scale, currency: Currency(name, name))
        candidates.append(Candidate(at - index, content, cost: 12))
    }

    /// The sign of a debt: -$5.
    private func proposeSign(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard line.isSign(index), line.startsFresh(index), line.touches(index + 1),
            let (_, length) = line.phrase(index + 1, in: Wording.korean.currencies),
            line.number(index + 1 + length) != nil
        else { return }
        candidates.append(Candidate(1, .symbol("마이너스 "), cost: 9))
    }
}
