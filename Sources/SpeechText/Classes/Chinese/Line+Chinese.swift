extension Line {
    /// Tokens that a key word may have.
    private static var longestKey: Int { 4 }

    /// Whether one of the words ends right before this token.
    func isBehind(_ index: Int, _ words: Set<String>) -> Bool {
        var text = ""
        for at in stride(from: index - 1, through: index - Self.longestKey, by: -1) {
            guard let word = word(at) else { return false }
            text = word + text
            if words.contains(text) { return true }
        }
        return false
    }

    /// Whether one of the words begins with this token.
    func isAhead(_ index: Int, _ words: Set<String>) -> Bool {
        var text = ""
        for at in index..<index + Self.longestKey {
            guard let word = word(at) else { return false }
            text += word
            if words.contains(text) { return true }
        }
        return false
    }

    /// A number of at most so many figures, by its value.
    func figure(_ index: Int, in range: ClosedRange<Int>, longest: Int = 2) -> Int? {
        guard let digits = number(index), digits.utf8.count <= longest, let value = Int(digits),
            range.contains(value)
        else { return nil }
        return value
    }

    /// The T between a date and a time.
    func isTimeLetter(_ index: Int) -> Bool {
        self[index]?.text == "T" && touchingNumber(index - 1) != nil
            && touchingNumber(index + 1) != nil
    }

    func isDashOrTilde(_ index: Int) -> Bool {
        guard let mark = self[index], mark.kind == .mark else { return false }
        return isDash(index) || ["~", "～", "〜", "－"].contains(mark.text)
    }
}
