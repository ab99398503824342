/// Numbers in Korean words, written without spaces.
enum KoreanNumbers {
    static let figures = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"]
    private static let places = ["", "십", "백", "천"]
    private static let scales = [
        "", "만", "억", "조", "경", "해", "자", "양", "구", "간", "정", "재", "극",
    ]
    private static let nativeOnes = [
        "", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉",
    ]
    private static let nativeTens = [
        "", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔",
    ]
    /// This many or one more, by the smaller number.
    private static let nativePairs = [
        "", "한두", "두세", "서너", "네다섯", "대여섯", "예닐곱", "일고여덟", "여덟아홉",
    ]

    /// Any string of digits, of Chinese origin; more than 52 of them are said one by one.
    static func cardinal(_ digits: String) -> String {
        let values = digits.utf8.drop { $0 == 48 }.map { Int($0) - 48 }
        if values.isEmpty { return "영" }
        guard values.count <= 4 * scales.count else { return spelled(digits) }
        var words = ""
        var at = 0
        while at < values.count {
            let scale = (values.count - at - 1) / 4
            let group = values[at..<(values.count - 4 * scale)]
            at = group.endIndex
            if group.allSatisfy({ $0 == 0 }) { continue }
            // Ten thousand needs no one before it, other scales do.
            let isBare = scale == 1 && words.isEmpty && group.elementsEqual([1])
            words += (isBare ? "" : below10000(group)) + scales[scale]
        }
        return words
    }

    static func cardinal(_ value: Int) -> String { cardinal(String(value)) }

    private static func below10000(_ group: ArraySlice<Int>) -> String {
        var words = ""
        for (at, figure) in zip(group.indices, group) where figure > 0 {
            let place = group.endIndex - 1 - at
            words += (figure == 1 && place > 0 ? "" : figures[figure]) + places[place]
        }
        return words
    }

    /// 1...99 as it stands before what is counted.
    static func native(_ value: Int) -> String {
        value == 20 ? "스무" : nativeTens[value / 10] + nativeOnes[value % 10]
    }

    /// The number or the next one, from 1 to 8.
    static func nativePair(_ value: Int) -> String { nativePairs[value] }

    /// One digit after the other.
    static func spelled(_ digits: some StringProtocol) -> String {
        digits.utf8.map { figures[Int($0) - 48] }.joined()
    }

    /// A number as it agrees with the counter behind it.
    static func numeral(_ numeral: Numeral) -> String {
        let sign = numeral.negative ? "마이너스 " : ""
        if let fraction = numeral.fraction {
            return sign + cardinal(numeral.digits) + "점" + spelled(fraction)
        }
        let counter = numeral.form.ending
        guard let value = numeral.value, !counter.isEmpty else {
            return sign + cardinal(numeral.digits)
        }
        if counter == "월", value == 6 { return "유" }
        if counter == "월", value == 10 { return "시" }
        guard KoreanCounters.isNative(counter, value) else {
            return sign + cardinal(numeral.digits)
        }
        return sign + native(value)
    }

    static func ordinal(_ digits: String) -> String {
        guard let value = Int(digits), (1..<40).contains(value) else { return cardinal(digits) }
        return value == 1 ? "첫" : native(value)
    }

    /// A part of a fraction as it is written, with its root and its decimals.
    static func part(_ written: String) -> String {
        if written.hasPrefix("√") { return "루트 " + part(String(written.dropFirst())) }
        let halves = written.split(separator: ".")
        guard halves.count == 2 else { return cardinal(written) }
        return cardinal(String(halves[0])) + "점" + spelled(halves[1])
    }
}
