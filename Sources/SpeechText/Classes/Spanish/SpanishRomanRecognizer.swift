/// Roman numbers beside names and nouns: Felipe II, II Guerra Mundial, siglo x.
struct SpanishRomanRecognizer: Recognizer {
    var starts: TokenKinds { .word }

    func propose(in line: Line, at index: Int, to candidates: inout [Candidate]) {
        guard let token = line[index], token.kind == .word, token.text.utf8.count <= 7,
            line.startsWord(index), line.endsWord(index + 1),
            let value = RomanNumeral.value(token.text.uppercased())
        else { return }
        let isUpper = token.isAllUppercase
        let isLong = token.text.utf8.count > 1
        let isSmall = token.text.utf8.allSatisfy(Self.letters.contains)
        guard isUpper || !Self.words.contains(token.text) else { return }
        let before = line.word(index - 1)
        let shortened = line.isMark(index - 1, ".") ? line.word(index - 2) : nil
        if let word = before ?? shortened, SpanishWording.beforeRoman[word] != nil,
            isLong || isSmall
        {
            candidates.append(Candidate(1, .roman(value, ordinal: false), cost: 5))
            return
        }
        guard isSmall else { return }
        if index == 0, line.isLast(1), isUpper || isLong {
            candidates.append(Candidate(1, .roman(value, ordinal: true), cost: 5))
            return
        }
        let isOpen = before.map(Self.articles.contains) ?? isLong
        if isOpen, isUpper || isLong, let noun = noun(line, index + 1) {
            let gender = SpanishNouns.gender(of: noun) ?? .masculine
            let form = Form(gender: gender, isShort: gender == .masculine)
            candidates.append(Candidate(1, .ordinal(String(value), form), cost: 6))
        } else if let name = before, !line.touches(index), !Self.articles.contains(name),
            isLong ? isUpper || name.utf8.count > 2 : mayNumber(token, line.tokens[index - 1])
        {
            candidates.append(Candidate(1, regnal(value, of: name), cost: 7))
        } else if isUpper, isLong {
            candidates.append(Candidate(1, regnal(value, of: ""), cost: 8))
        }
    }

    /// Carlos V and Alfonso X, but not Malcolm X.
    private func mayNumber(_ letter: Token, _ name: Token) -> Bool {
        if Self.rulers.contains(name.text.lowercased()) { return true }
        return name.startsUppercase && letter.startsUppercase && letter.text != "X"
    }

    /// Ordinals up to ten, cardinals above: Alfonso décimo, Luis catorce.
    private func regnal(_ value: Int, of name: String) -> Semiotic {
        guard value <= 10 else { return .roman(value, ordinal: false) }
        let isFeminine = name.hasSuffix("a") && name != "papa" || Self.queens.contains(name)
        return .ordinal(String(value), Form(gender: isFeminine ? .feminine : .masculine))
    }

    private func noun(_ line: Line, _ index: Int) -> String? {
        guard let word = line.word(index), !line.touches(index), word.unicodeScalars.count > 2,
            !Self.notNouns.contains(word)
        else { return nil }
        return word
    }

    private static let letters: Set<UInt8> = Set("IVXivx".utf8)
    /// Numbers in lower case that are words.
    private static let words: Set<String> = ["vi", "mi", "di", "mix", "dix", "mil", "li", "xi"]
    private static let rulers: Set<String> = [
        "alfonso", "león", "pío", "carlos", "luis", "gregorio", "benedicto", "inocencio", "juan",
        "felipe", "fernando", "enrique", "isabel", "pedro", "jaime", "sancho", "pablo", "jorge",
        "ramiro", "clemente", "sixto", "urbano", "nicolás", "federico", "guillermo", "eduardo",
    ]
    private static let articles: Set<String> = [
        "el", "la", "los", "las", "del", "al", "su", "un", "una", "de", "en", "y",
    ]
    private static let queens: Set<String> = ["isabel", "beatriz", "leonor", "carmen", "inés"]
    private static let notNouns: Set<String> = [
        "que", "con", "por", "para", "una", "los", "las", "del", "fue", "era", "como", "son",
        "murió", "nació", "reinó", "tras", "desde", "hasta", "según", "también", "cuando", "está",
    ]
}
