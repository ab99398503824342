/// Words behind a number, and which numbers are native Korean before them.
enum KoreanCounters {
    /// Whether the number is native before this counter; larger ones are of Chinese origin.
    static func isNative(_ counter: String, _ value: Int) -> Bool {
        value > 0 && value < native[counter] ?? 0
    }

    /// The counter that a word begins with, particles behind it.
    static func counter(of word: String) -> String? {
        let characters = Array(word.prefix(longest + 1))
        for length in stride(from: min(longest, characters.count), through: 1, by: -1) {
            let key = String(characters[..<length])
            if sinoKorean.contains(key) { return key }
            guard native[key] != nil else { continue }
            // A short counter may begin another word: 개선, 명령.
            if length > 1 || characters.count == 1 { return key }
            if followers.contains(characters[length]) { return key }
        }
        return nil
    }

    /// Counters of days and hours; between two of them one goes from the one to the other.
    static func isOfTime(_ counter: String) -> Bool { ofTime.contains(counter) }

    private static let longest = 3

    /// By the first number that is no longer native.
    private static let native: [String: Int] = {
        var all: [String: Int] = [:]
        let lists: [(Int, String)] = [
            (
                40,
                """
                개 명 마리 권 잔 병 그루 송이 장 벌 켤레 채 척 자루 가지 곳 군데 줄 쌍 통 포기 끼
                그릇 접시 조각 알 방울 봉지 상자 박스 바퀴 걸음 발자국 모금 판 건 필 뼘 차례 다발
                묶음 토막 칸 팀 가구 그룹 곡 골 번 대 달 사람 식구 꼬집 큰술 작은술 스푼 컵 숟갈
                숟가락 젓가락 주먹 움큼 줌 마디 갈래 개비 가닥 모둠 꼭지 뿌리 톨 바가지 사발 보따리
                꾸러미 뭉치 켜 겹 무더기 가마니 가마 두름 쾌 첩 다스 테이블 자리 경기
                """
            ),
            (100, "살"), (24, "시간"), (20, "배 돌"), (13, "시"),
        ]
        for (end, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) { all[String(word)] = end }
        }
        return all
    }()

    /// Counters with numbers of Chinese origin, where a native one begins like them or where a
    /// leading zero goes.
    private static let sinoKorean: Set<String> = Set(
        """
        년 월 일 분 초 주 세기 개월 개국 개년 개소 개사 개교 개주 개항 개구 개군 개조 개동 개도
        번지 번가 번길 번대 번선 번호 번홈 번방 달러 대로 대손 병동 병상 권역 장조 채널 판정 자리수
        자릿수 통신 건물 배수
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    private static let ofTime: Set<String> = ["년", "월", "일", "시", "분", "초", "세기"]

    /// What may stand right behind a counter: the first syllables of particles and suffixes.
    private static let followers = Set(
        "이가은는을를의에도만로으과와씩당째뿐까부밖나라며인임입였짜쯤정남안꼴간중내하보든경께반배들")
}
