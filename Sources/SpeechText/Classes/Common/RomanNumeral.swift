/// Numbers in Roman figures.
enum RomanNumeral {
    /// The value of a well-formed numeral in capitals; nil for anything else.
    static func value(_ text: String) -> Int? {
        guard text.utf8.allSatisfy(letters.contains) else { return nil }
        var total = 0
        var left = text.utf8[...]
        for (symbol, value, most) in symbols {
            var times = 0
            while times < most, left.starts(with: symbol.utf8) {
                left = left.dropFirst(symbol.utf8.count)
                total += value
                times += 1
            }
        }
        return left.isEmpty && total > 0 ? total : nil
    }

    private static let letters = Set("MDCLXVI".utf8)
    private static let symbols: [(String, Int, Int)] = [
        ("M", 1000, 3), ("CM", 900, 1), ("D", 500, 1), ("CD", 400, 1), ("C", 100, 3), ("XC", 90, 1),
        ("L", 50, 1), ("XL", 40, 1), ("X", 10, 3), ("IX", 9, 1), ("V", 5, 1), ("IV", 4, 1),
        ("I", 1, 3),
    ]
}
