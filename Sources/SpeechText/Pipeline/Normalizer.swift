import Orpheus

/// Turns sentences into readings.
struct Normalizer: Sendable {
    private let language: any SpokenLanguage
    private let recognizers: Recognizers

    init(language: any SpokenLanguage, lexicons: [Lexicon] = []) {
        self.language = language
        let own = lexicons.filter { $0.count > 0 }.map(LexiconRecognizer.init)
        recognizers = language.recognizers.behind(own)
    }

    func readings(of sentence: Sentence) -> [Reading] { readings(of: sentence.tokens) }

    /// What `say-as` makes of a text; without one, how it is read.
    func words(of text: String, as sayAs: SayAs?) -> String {
        let tokens = Tokenizer.tokens(of: text, markup: .none)
        let numbers = tokens.filter { $0.kind == .number }.map(\.text)
        switch sayAs {
        case .characters: return spelled(tokens)
        case .digits where !numbers.isEmpty, .telephone where !numbers.isEmpty:
            let plus = tokens.first!.isMark("+") ? "plus " : ""
            return language.words(for: .digits(plus + numbers.joined(separator: ",")))
        case .ordinal where numbers.count == 1:
            return language.words(for: .ordinal(numbers[0]))
        default:
            return readings(of: tokens, preferring: sayAs?.classNames ?? []).spokenText()
        }
    }

    private func spelled(_ tokens: [Token]) -> String {
        tokens.flatMap { token in
            token.text.unicodeScalars.map { scalar in
                switch token.kind {
                case .number: language.words(for: .digits(String(scalar)))
                case .mark: language.words(for: .electronic(String(scalar)))
                default: String(scalar).uppercased()
                }
            }
        }.joined(separator: " ")
    }

    private func readings(of tokens: [Token], preferring classes: Set<String> = []) -> [Reading] {
        let line = Line(tokens)
        return Cover.cheapest(of: line, by: recognizers, preferring: classes).map { span in
            let tokens = line.tokens[span.tokens]
            let first = tokens.first!
            let source = first.source.lowerBound..<tokens.last!.source.upperBound
            let text = span.content.map(language.words(for:)) ?? language.plain(first)
            return Reading(
                text: text, source: source, className: span.content?.name ?? Self.name(first.kind),
                spaced: first.gap != .none,
                endsClause: tokens.count == 1 && (first.isClauseMark || first.isTerminator))
        }
    }

    private static func name(_ kind: Token.Kind) -> String {
        switch kind {
        case .tag: "tag"
        case .given: "given"
        case .word, .number, .mark: "plain"
        }
    }
}
