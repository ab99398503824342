/// A language whose text is spoken as it is written.
struct PlainLanguage: SpokenLanguage {
    /// Whose sentence rules to use; without, those that hold in most languages.
    let sentences: (any SpokenLanguage)?

    var recognizers: [any Recognizer] { [] }

    func words(for content: Semiotic) -> String {
        switch content {
        case .lexical(let words): words
        case .digits(let text), .electronic(let text), .letters(let text), .symbol(let text): text
        default: ""
        }
    }

    func plain(_ token: Token) -> String {
        guard token.kind == .mark else { return token.written ?? token.text }
        if token.text == "<" || token.text == ">" { return "" }
        let category = token.text.unicodeScalars.first!.properties.generalCategory
        return category == .otherSymbol || category == .modifierSymbol ? "" : token.text
    }

    func endsSentence(_ tokens: [Token], before next: Token) -> Bool {
        if let sentences { return sentences.endsSentence(tokens, before: next) }
        let ending = Ending(of: tokens)
        if ending.isWide { return true }
        guard next.gap != .none, !next.startsLowercase else { return false }
        guard ending.isSingleDot, let last = ending.before else { return true }
        // An initial, an ordinal number (3. Mai), or a short word that is likely an abbreviation.
        if last.kind == .number { return !next.startsUppercase && next.kind != .number }
        return !(last.kind == .word && last.startsUppercase && last.text.unicodeScalars.count <= 2)
    }
}
