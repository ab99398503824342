/// 3/4, 1과1/2, 3분의 2, 1/4분기, with signs and roots.
struct KoreanFractionRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        proposeBehind(line, index, &candidates)
        var at = index
        var sign = ""
        if line.isSign(at) || line.word(at) == "마이너스" {
            guard line.startsFresh(at), !line.isSign(at) || line.touches(at + 1) else { return }
            sign = "-"
            at += 1
        } else if line.touches(at), line.isSign(at - 1) {
            return
        }
        proposeQuarter(line, index, &candidates)
        if let whole = part(line, at), let joint = line.touchingWord(at + whole.count),
            joint == "과" || joint == "와",
            let (upper, lower, count) = fraction(line, at + whole.count + 1)
        {
            let end = at + whole.count + 1 + count
            let content = Semiotic.fraction(
                whole: sign + whole.text, numerator: upper, denominator: lower)
            candidates.append(Candidate(end - index, content, cost: 14))
        }
        if let (upper, lower, count) = fraction(line, at) {
            let content = Semiotic.fraction(whole: nil, numerator: sign + upper, denominator: lower)
            candidates.append(Candidate(at + count - index, content, cost: 14))
        }
    }

    /// A numerator or denominator: digits, decimals, with a root before them.
    private func part(_ line: Line, _ index: Int) -> (text: String, count: Int)? {
        let root = line.isMark(index, "√")
        let at = root ? index + 1 : index
        guard let digits = root ? line.touchingNumber(at) : line.number(at), digits.utf8.count < 10
        else { return nil }
        let text = (root ? "√" : "") + digits
        if line.touchingMark(at + 1, "."), let decimals = line.touchingNumber(at + 2) {
            return (text + "." + decimals, at + 3 - index)
        }
        return (text, at + 1 - index)
    }

    private func fraction(_ line: Line, _ index: Int) -> (String, String, Int)? {
        guard line.startsWord(index), let first = part(line, index) else { return nil }
        let joint = index + first.count
        if line.touchingMark(joint, "/"), line.touches(joint + 1),
            let lower = part(line, joint + 1), lower.text != "0"
        {
            let count = first.count + 1 + lower.count
            let end = index + count
            let isWhole = line.endsWord(end) || line.phrase(end, in: Wording.korean.units) != nil
            guard isWhole, !line.touchingMark(end, "/") else { return nil }
            return (first.text, lower.text, count)
        }
        if line.touchingWord(joint) == "분의", let upper = part(line, joint + 1) {
            return (upper.text, first.text, first.count + 1 + upper.count)
        }
        return nil
    }

    /// 1/4분기 is said by its figures.
    private func proposeQuarter(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let upper = line.number(index), upper.utf8.count == 1,
            line.touchingMark(index + 1, "/"), line.touchingNumber(index + 2) == "4",
            let word = line.word(index + 3), word.hasPrefix("분기")
        else { return }
        candidates.append(Candidate(3, .digits(upper + "4"), cost: 12))
    }

    /// A unit or a particle that touches a fraction with a slash: 5/8cm, 3/5이.
    private func proposeBehind(_ line: Line, _ index: Int, _ candidates: inout [Candidate]) {
        guard let word = line[index], line.number(index - 1) != nil,
            line.touchingMark(index - 2, "/") || line.isMark(index - 2, "√")
        else { return }
        if let (unit, count) = line.phrase(index, in: Wording.korean.units) {
            candidates.append(Candidate(count, .symbol(" " + unit.one), cost: 9))
        } else if line.touches(index), KoreanParticles.isParticle(word.text),
            line.touchingMark(index - 2, "/"), let upper = line.number(index - 3)
        {
            let agreeing = KoreanParticles.agreeing(
                word.text, with: KoreanNumbers.cardinal(upper))
            candidates.append(Candidate(1, .symbol(agreeing), cost: 9))
        }
    }
}
