/// Cardinals and ordinals, as what follows them counts.
struct KoreanNumberRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        let format = Wording.korean.numbers
        guard case (var numeral, let count)? = line.amount(index, format) else { return }
        let end = index + count
        // However long it is; only leading zeros make figures of it.
        if let digits = line.number(index), digits.first != "0" {
            candidates.append(Candidate(count, .cardinal(numeral), cost: 18))
        }
        guard numeral.fraction == nil else { return }
        if let counter = counterOfRange(line, end) {
            numeral.form.ending = counter
            candidates.append(Candidate(count, .cardinal(numeral), cost: 16))
        }
        guard let word = line.word(end) else { return }
        if word.hasPrefix("번째") {
            let content = Semiotic.ordinal(numeral.digits, Form(ending: "번째"))
            candidates.append(Candidate(count, content, cost: 12))
        } else if let counter = KoreanCounters.counter(of: word) {
            if !isLabel(counter, numeral, line, index, end) { numeral.form.ending = counter }
            candidates.append(Candidate(count, .cardinal(numeral), cost: 16))
        }
    }

    /// 5~7명: the first number agrees with a native counter behind the second one.
    private func counterOfRange(_ line: Line, _ end: Int) -> String? {
        guard let mark = line[end], mark.gap == .none,
            KoreanRangeRecognizer.tildes.contains(mark.text) || line.isDash(end),
            let digits = line.touchingNumber(end + 1), let high = Int(digits),
            let counter = line.word(end + 2).flatMap(KoreanCounters.counter),
            KoreanCounters.isNative(counter, high),
            !isLabel(counter, Numeral(digits: digits), line, end + 1, end + 2)
        else { return nil }
        return counter
    }

    /// Whether the number names one of a row and does not count: 제3장, 3번 출구, 20대, 3대 요소.
    private func isLabel(
        _ counter: String, _ numeral: Numeral, _ line: Line, _ start: Int, _ end: Int
    ) -> Bool {
        let before = line.word(start - 1) ?? ""
        if before == "제" || before.hasSuffix("제") && line.touches(start) { return true }
        let word = line.word(end) ?? ""
        let next = line.word(end + 1) ?? ""
        switch counter {
        case "번":
            return Self.numbered.contains(where: next.hasPrefix)
                || Self.beforeNumber.contains(where: before.hasSuffix)
                || Self.behindChoice.contains(String(word.dropFirst()))
        case "대":
            // A score; people that old; generations; and those that are known by their number.
            if word == "대", line.number(end + 1) != nil { return true }
            if let value = numeral.value, value >= 10, value % 10 == 0 { return true }
            if word.hasPrefix("대째") { return true }
            return word == "대" && !next.isEmpty
                && !Self.behindCounted.contains(where: next.hasPrefix)
        default: return false
        }
    }

    /// What has a number by name, behind and before it.
    private static let numbered = KoreanWordList.words(
        """
        출구 버스 홈 문제 국도 타자 선수 후보 게이트 창구 트랙 타순 시드 척추 염색체 레인 구역 좌석
        문항 확진자 승강장 탑승구 도로 마을버스 교향곡 협주곡 소나타
        """)
    private static let beforeNumber = KoreanWordList.words(
        "문제 기호 국도 번호 버스 보기 각주 교향곡 협주곡 소나타 정답은 답은")
    /// Particles behind one of several, and seldom behind how often: 3번은, 3번과.
    private static let behindChoice = Set(KoreanWordList.words("은 과 에서 부터 까지 으로"))
    /// Words that follow a count of things, and so no name for a number of things.
    private static let behindCounted = KoreanWordList.words(
        "중 등 이상 이하 모두 미만 정도 가량 씩 있 없 사 샀 더 남 팔 뿐 전부 분량 규모 값 가격")
}
