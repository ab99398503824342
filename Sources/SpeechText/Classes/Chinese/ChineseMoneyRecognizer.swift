/// Amounts with the sign or the code of a currency: $13.5, CNY 20, ￥3万, 100€, $2bn.
struct ChineseMoneyRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index) else { return }
        if line.number(index) == nil,
            let (name, length) = line.phrase(index, in: ChineseCurrencies.names),
            let (numeral, count) = line.amount(index + length, ChineseWording.numbers)
        {
            var end = index + length + count
            let scale = scale(line, &end)
            add(numeral, scale, name, end - index, &candidates)
        }
        if let (numeral, count) = line.amount(index, ChineseWording.numbers) {
            var end = index + count
            let scale = scale(line, &end)
            guard let (name, length) = line.phrase(end, in: ChineseCurrencies.names),
                line.endsWord(end + length), line.touchingNumber(end + length) == nil
            else { return }
            add(numeral, scale, name, end + length - index, &candidates)
        }
    }

    private func add(
        _ numeral: Numeral, _ scale: String?, _ name: String, _ count: Int,
        _ candidates: inout [Candidate]
    ) {
        let content = Semiotic.money(numeral, scale: scale, currency: Currency(name, name))
        candidates.append(Candidate(count, content, cost: scale == nil ? 12 : 11))
    }

    /// What multiplies the amount: 万, 百万, 万亿.
    private func scale(_ line: Line, _ index: inout Int) -> String? {
        if line.touches(index), line.endsWord(index + 1), let word = line.word(index),
            let words = Self.latinScales[word]
        {
            index += 1
            return words
        }
        var words = ""
        while words.count < 3, let word = line.word(index), Self.scales.contains(word) {
            words += word
            index += 1
        }
        return words.isEmpty ? nil : words
    }

    private static let scales: Set<String> = ["百", "千", "万", "亿"]
    private static let latinScales = [
        "k": "千", "w": "万", "m": "百万", "mn": "百万", "b": "十亿", "bn": "十亿", "t": "万亿",
    ]
}
