/// Names of Latin letters in Korean.
enum KoreanLetters {
    private static let names: [Character: String] = [
        "a": "에이", "b": "비", "c": "씨", "d": "디", "e": "이", "f": "에프", "g": "지",
        "h": "에이치", "i": "아이", "j": "제이", "k": "케이", "l": "엘", "m": "엠", "n": "엔",
        "o": "오", "p": "피", "q": "큐", "r": "알", "s": "에스", "t": "티", "u": "유", "v": "브이",
        "w": "더블유", "x": "엑스", "y": "와이", "z": "지",
    ]

    /// Letters one by one; digits and others as they are.
    static func spelled(_ text: String) -> String {
        text.lowercased().map { names[$0] ?? String($0) }.joined()
    }
}
