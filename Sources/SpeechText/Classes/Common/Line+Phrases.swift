extension Line {
    /// Tokens that a phrase may have.
    private static var longestPhrase: Int { 8 }
    /// Bytes of a phrase's first token: to look up the longest words takes microseconds each.
    private static var longestStart: Int { 60 }

    /// The longest key that begins at this token, and how many tokens it has.
    ///
    /// Keys are written without white space; within the text it may stand behind a dot: `z. B.`. A
    /// key in lower case stands for any case, unless it is one letter: 5 g is no 5G.
    func phrase<Value>(_ index: Int, in table: [String: Value]) -> (value: Value, count: Int)? {
        guard let first = self[index], !first.isPunctuation,
            first.text.utf8.count <= Self.longestStart
        else { return nil }
        var text = ""
        var found: (Value, Int)?
        for at in index..<index + Self.longestPhrase {
            guard let token = self[at], token.kind != .tag else { break }
            if at > index, token.gap != .none {
                guard isMark(at - 1, "."), token.gap == .space else { break }
            }
            text += token.text
            // A word is never cut within.
            if token.kind == .word, !endsPhrase(at + 1) { continue }
            let isLetter = at == index && text.unicodeScalars.count == 1
            if let value = table[text] ?? (isLetter ? nil : table[text.lowercased()]) {
                found = (value, at + 1 - index)
            }
        }
        return found
    }

    /// Whether a word ends before this token: no letter or digit goes on with it.
    private func endsPhrase(_ index: Int) -> Bool {
        guard touches(index), let token = self[index] else { return true }
        return token.kind != .word || isScriptEdge(index)
    }
}
