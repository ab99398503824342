import Orpheus

/// Turns sentences into readings.
package struct Normalizer: Sendable {
    private let language: any SpokenLanguage

    package init(language: Voice.Language, normalization: Normalization = .automatic) {
        self.language = SpokenLanguages.rules(for: language, normalization: normalization)
    }

    package func readings(of sentence: Sentence) -> [Reading] {
        let line = Line(sentence.tokens)
        return Cover.cheapest(of: line, by: language.recognizers).map { span in
            let tokens = line.tokens[span.tokens]
            let first = tokens.first!
            let source = first.source.lowerBound..<tokens.last!.source.upperBound
            let text = span.content.map(language.words(for:)) ?? language.plain(first)
            return Reading(
                text: text, source: source,
                className: span.content?.name ?? (first.kind == .tag ? "tag" : "plain"),
                spaced: first.gap != .none,
                endsClause: tokens.count == 1 && (first.isClauseMark || first.isTerminator))
        }
    }
}
