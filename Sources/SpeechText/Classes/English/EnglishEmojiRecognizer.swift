/// Pictures that are said by name, the same ones in a row once; emoticons of marks have no sound.
struct EnglishEmojiRecognizer: Recognizer {
    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .mark else { return }
        if let count = emoticon(line, index) {
            candidates.append(Candidate(count, .silent, cost: 4))
        }
        guard let name = Self.name(token.text) else { return }
        let isAgain = line[index - 1]?.text == token.text
        candidates.append(Candidate(1, isAgain ? .silent : .symbol(name), cost: 8))
    }

    /// :) and ;-( where they stand alone.
    private func emoticon(_ line: Line, _ index: Int) -> Int? {
        guard line[index]!.gap != .none || index == 0, line.isMark(index, ":") || line.isMark(index, ";")
        else { return nil }
        let mouth = line.touchingMark(index + 1, "-") ? index + 2 : index + 1
        guard line.touches(mouth), let token = line[mouth],
            ["(", ")", "D", "P", "|"].contains(token.text), line[mouth + 1]?.gap != Token.Gap.none
        else { return nil }
        return mouth + 1 - index
    }

    private static func name(_ text: String) -> String? {
        guard let scalar = text.unicodeScalars.first, !scalar.isASCII else { return nil }
        if let name = names[scalar] { return name }
        let properties = scalar.properties
        guard properties.isEmojiPresentation, !properties.isEmojiModifier,
            !(0x1F1E6...0x1F1FF).contains(scalar.value), let name = properties.name
        else { return nil }
        let words = name.lowercased()
        return words.hasSuffix(" sign") ? String(words.dropLast(5)) : words
    }

    /// Whose name in Unicode nobody says, or which are text by default.
    private static let names: [Unicode.Scalar: String] = [
        "❤": "heart", "♥": "heart", "👍": "thumbs up", "👎": "thumbs down", "✅": "check mark",
        "✔": "check mark", "✓": "check mark", "☺": "smiling face", "🙏": "folded hands",
        "🎉": "party popper", "🔥": "fire", "☀": "sun", "⭐": "star", "★": "star", "😂": "tears of joy",
        "🤣": "rolling on the floor laughing", "😊": "smiling face", "👏": "clapping hands",
        "💯": "one hundred", "☎": "telephone", "✈": "airplane", "❄": "snowflake",
    ]
}
