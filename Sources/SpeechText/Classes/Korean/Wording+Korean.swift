extension Wording {
    /// What Korean writes.
    static let korean = Wording(
        numbers: NumberFormat(point: ".", separators: [","]),
        scales: scales("백 천 만 십만 백만 천만 억 십억 백억 천억 조"),
        currencies: KoreanCurrencies.all,
        units: KoreanUnits.all,
        // The year comes first in Korea; where it is last, somebody wrote as Americans do.
        dateOrder: .monthFirst,
        halfDays: ["am": "오전", "pm": "오후", "a.m.": "오전", "p.m.": "오후"],
        abbreviations: KoreanAbbreviations.words,
        symbols: KoreanAbbreviations.symbols,
        beforeRoman: titles(
            """
            제 파트 챕터 시즌 타입 레벨 볼륨 에피소드 페이즈 부 편 장 war part chapter season type
            phase 수학 물리 물리학 화학 생물 생명과학 지구과학 루이 헨리 엘리자베스 나폴레옹 바오로
            찰스 필리프 카를 표트르 람세스 프리드리히 빌헬름 니콜라이
            """),
        behindRoman: titles("세 장 부 형 기 권 편 급"))

    private static func scales(_ list: String) -> [String: Unit] {
        Dictionary(uniqueKeysWithValues: KoreanWordList.words(list).map { ($0, Unit($0, $0)) })
    }

    /// Roman numbers are cardinals in Korean.
    private static func titles(_ list: String) -> [String: Bool] {
        Dictionary(uniqueKeysWithValues: KoreanWordList.words(list).map { ($0, false) })
    }
}
