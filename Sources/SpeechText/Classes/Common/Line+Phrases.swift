extension Line {
    /// Bytes of a phrase's first token: to look up the longest words takes microseconds each.
    private static var longestStart: Int { 60 }

    /// The longest phrase that begins at this token, and how many tokens it has.
    ///
    /// Within the text white space may stand behind a dot: `z. B.`. A phrase in lower case stands
    /// for any case, unless it is one letter: 5 g is no 5G.
    func phrase<Value>(
        _ index: Int, in table: PhraseTable<Value>
    ) -> (value: Value, count: Int)? {
        guard let start = lowerScalar(index), table.mayStart(with: start),
            !tokens[index].isPunctuation, tokens[index].text.utf8.count <= Self.longestStart
        else { return nil }
        var lowercased = ""
        var found: (Value, Int)?
        for at in index..<index + PhraseTable<Value>.longest {
            guard at < tokens.count, tokens[at].kind != .tag else { break }
            if at > index, tokens[at].gap != .none {
                guard isMark(at - 1, "."), tokens[at].gap == .space else { break }
            }
            lowercased += lower[at]
            guard let node = table.node(lowercased) else { break }
            // A word is never cut within.
            if tokens[at].kind != .word || endsPhrase(at + 1),
                let value = value(of: node, index...at, lowercased)
            {
                found = (value, at + 1 - index)
            }
            guard node.goesOn else { break }
        }
        return found
    }

    private func value<Value>(
        of node: PhraseTable<Value>.Node, _ range: ClosedRange<Int>, _ lowercased: String
    ) -> Value? {
        if node.exact.isEmpty, range.count > 1 { return node.anyCase }
        let text =
            range.count == 1
            ? tokens[range.lowerBound].text : tokens[range].map(\.text).joined()
        if let exact = node.exact.first(where: { $0.text == text }) { return exact.value }
        let isLetter = range.count == 1 && text.unicodeScalars.count == 1
        return isLetter && text != lowercased ? nil : node.anyCase
    }

    /// The first scalar of a token as it is in lower case.
    private func lowerScalar(_ index: Int) -> Unicode.Scalar? {
        guard let token = self[index] else { return nil }
        let scalar = token.scalar
        if ("A"..."Z").contains(scalar) { return Unicode.Scalar(scalar.value | 0x20) }
        return scalar.isASCII || token.kind != .word ? scalar : lower[index].unicodeScalars.first
    }

    /// Whether a word ends before this token: no letter or digit goes on with it.
    private func endsPhrase(_ index: Int) -> Bool {
        guard touches(index) else { return true }
        return tokens[index].kind != .word || isScriptEdge(index)
    }
}
