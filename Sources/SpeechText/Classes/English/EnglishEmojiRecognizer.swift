/// Pictures that stand for a word, the same ones in a row once; emoticons of marks have no sound.
/// Pictures that only adorn have none either.
struct EnglishEmojiRecognizer: Recognizer {
    var starts: TokenKinds { [.mark, .loosePunctuation] }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark else { return }
        if let count = emoticon(line, index) {
            candidates.append(Candidate(count, .silent, cost: 4))
        }
        guard !token.scalar.isASCII, let name = Self.names[token.text] else { return }
        let isAgain = line[index - 1]?.text == token.text
        candidates.append(Candidate(1, isAgain ? .silent : .symbol(name), cost: 8))
    }

    /// `:)` and `;-(` where they stand alone.
    private func emoticon(_ line: Line, _ index: Int) -> Int? {
        guard line[index]!.gap != .none || index == 0,
            line.isMark(index, ":") || line.isMark(index, ";")
        else { return nil }
        let mouth = line.touchingMark(index + 1, "-") ? index + 2 : index + 1
        guard line.touches(mouth), let token = line[mouth],
            ["(", ")", "D", "P", "|"].contains(token.text),
            line[mouth + 1]?.gap != Token.Gap.none
        else { return nil }
        return mouth + 1 - index
    }

    private static let names: [String: String] = [
        "❤": "heart", "♥": "heart", "💔": "broken heart", "👍": "thumbs up", "👎": "thumbs down",
        "✅": "check mark", "✔": "check mark", "✓": "check mark", "❌": "cross mark", "☀": "sun",
        "🌙": "moon", "⭐": "star", "★": "star", "🔥": "fire", "💯": "one hundred", "☎": "telephone",
        "📞": "telephone", "📧": "email", "✈": "airplane", "🚗": "car", "🏠": "house", "❄": "snowflake",
        "☕": "coffee", "🍕": "pizza", "🎂": "birthday cake", "🐶": "dog", "🐱": "cat", "🌍": "earth",
        "💰": "money bag", "⚠": "warning",
    ]
}
