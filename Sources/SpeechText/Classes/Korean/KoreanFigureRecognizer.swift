/// Figures that are said one by one: 비밀번호 1234, 119에, A380, 192.168.0.1, 5·18.
struct KoreanFigureRecognizer: Recognizer {
    var starts: TokenKinds { .number }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let digits = line.number(index) else { return }
        if isNamed(digits, line, index) || isEmergency(digits, line, index)
            || digits.utf8.count == 3 && isOfMachine(line, index)
        {
            candidates.append(Candidate(1, .digits(digits), cost: 8))
        }
        proposeAnniversary(digits, line, index, &candidates)
    }

    /// Behind 카드번호, 끝자리 and the like, and behind the letters of a model.
    private func isNamed(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        let length = digits.utf8.count
        // KF94 is short enough to be a number.
        if length >= 3, line.touches(index), line[index - 1]!.isAllUppercase { return true }
        let before = line.isMark(index - 1, ":") ? index - 2 : index - 1
        guard length >= 4, let word = line.word(before),
            line.word(index + 1).flatMap(KoreanCounters.counter) == nil
        else { return false }
        return Self.namesOfFigures.contains { word.hasSuffix($0) || word.dropLast().hasSuffix($0) }
    }

    /// Numbers of those who help, before what one does with them.
    private func isEmergency(_ digits: String, _ line: Line, _ index: Int) -> Bool {
        guard Self.emergency.contains(digits), let word = line.word(index + 1) else { return false }
        return Self.called.contains(where: word.hasPrefix)
    }

    private func isOfMachine(_ line: Line, _ index: Int) -> Bool {
        func isDot(_ at: Int) -> Bool { line.touchingMark(at, ".") && line.touches(at + 1) }
        return isDot(index + 1) && (isDot(index + 3) || isDot(index - 1))
            || isDot(index - 1) && isDot(index - 3)
    }

    /// 5·18, 3·1절, 6.25 전쟁, 9/11 테러: a day that is known by its figures.
    private func proposeAnniversary(
        _ digits: String, _ line: Line, _ index: Int, _ candidates: inout [Candidate]
    ) {
        guard digits.utf8.count == 1, line.startsWord(index), let dot = line[index + 1],
            dot.gap == .none, let day = line.touchingNumber(index + 2), day.utf8.count <= 2,
            day.last != "0", !line.touchingMark(index + 3, dot.scalar)
        else { return }
        let word = line.word(index + 3) ?? ""
        let isKnown =
            [".", "/"].contains(dot.text) && Self.remembered.contains(where: word.hasPrefix)
        guard isKnown || ["·", "・", "ㆍ"].contains(dot.text) else { return }
        candidates.append(Candidate(3, .digits(digits + day), cost: 13))
    }

    private static let emergency: Set<String> = ["110", "112", "113", "114", "119", "120", "911"]
    private static let called = KoreanWordList.words("에 로 구급 구조 신고 상황 소방 번으로 대원")
    /// A particle of one syllable may follow.
    private static let namesOfFigures = KoreanWordList.words(
        "번호 자리 코드 사번 학번 군번 내선 여권 계좌 비번 카드")
    /// What days that are known by their figures are remembered for.
    private static let remembered = KoreanWordList.words(
        "절 전쟁 운동 민주 혁명 항쟁 광복 참전 사변 사태 만세 의거 선언 테러")
}
