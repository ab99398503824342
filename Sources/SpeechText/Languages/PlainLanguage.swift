/// A language whose text is spoken as it is written.
struct PlainLanguage: SpokenLanguage {
    /// Whose sentence rules to use.
    let sentences: any SpokenLanguage

    let recognizers: Recognizers = []

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
        sentences.endsSentence(tokens, before: next)
    }

    func closesSentence(_ token: Token) -> Bool { sentences.closesSentence(token) }

    func lateStart(in tokens: [Token], before next: Token) -> Int? {
        sentences.lateStart(in: tokens, before: next)
    }
}
