/// Words that somebody wants to be said in a way of their own: they win over all other readings.
struct LexiconRecognizer: Recognizer {
    let lexicon: Lexicon

    var starts: TokenKinds { [.word, .number, .mark, .loosePunctuation] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard line.startsWord(index), let entries = lexicon.entries[line.lower[index].lowercased()]
        else { return }
        for entry in entries where matches(entry, line, index) {
            candidates.append(Candidate(entry.tokens.count, .lexical(entry.spoken), cost: 0))
            return
        }
    }

    private func matches(_ entry: Lexicon.Entry, _ line: Line, _ index: Int) -> Bool {
        for (at, text) in entry.tokens.enumerated() {
            guard let token = line[index + at], token.kind != .tag else { return false }
            guard at == 0 || entry.isSpaced[at] == (token.gap != .none) else { return false }
            let isSame = entry.isAnyCase ? token.text.lowercased() == text : token.text == text
            guard isSame else { return false }
        }
        return line.endsWord(index + entry.tokens.count)
            || line[index + entry.tokens.count - 1]!.kind == .mark
    }
}
