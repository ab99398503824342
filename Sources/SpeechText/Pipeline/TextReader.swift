import Orpheus

/// Written text in, in parts of any size; readings out, sentence by sentence, each as soon as it is
/// certain. What comes out does not depend on where the text was parted.
struct TextReader: Sendable {
    private let options: TextOptions
    private var stage: LanguageStage
    /// Of SSML.
    private var scanner = XMLScanner()
    private var reader: SSMLReader
    private var received = 0
    private var hadText = false

    init(_ options: TextOptions) {
        self.options = options
        stage = LanguageStage(options.locale, options)
        reader = SSMLReader(language: options.language)
    }

    /// Whether there was anything but white space.
    var hasText: Bool { hadText || stage.hasText }

    /// - Throws: ``TextError/tooLong(limit:)``, when nothing of the part is taken, or
    ///   ``TextError/badMarkup(_:offset:)``, when nothing may follow.
    mutating func append(_ part: String, into pieces: inout [TextPiece]) throws(TextError) {
        let bytes = part.utf8.count
        let limit = options.limits.source
        guard bytes <= limit - received else { throw .tooLong(limit: limit) }
        received += bytes
        switch options.syntax {
        case .tags:
            for scalar in part.unicodeScalars { stage.push(scalar, into: &pieces) }
        case .ssml:
            var markup: [XMLEvent] = []
            var events: [SpeechEvent] = []
            for scalar in part.unicodeScalars {
                try scanner.push(scalar, into: &markup)
                for event in markup { try reader.take(event, into: &events) }
                markup.removeAll(keepingCapacity: true)
                for event in events { take(event, into: &pieces) }
                events.removeAll(keepingCapacity: true)
            }
        }
    }

    /// What came so far is over, though the text goes on.
    mutating func flush(into pieces: inout [TextPiece]) { stage.finish(.sentence, into: &pieces) }

    /// The end of the text.
    /// - Throws: ``TextError/badMarkup(_:offset:)`` when a document is not complete.
    mutating func finish(into pieces: inout [TextPiece]) throws(TextError) {
        if options.syntax == .ssml, received > 0 { try scanner.finish() }
        stage.finish(.sentence, into: &pieces)
    }

    private mutating func take(_ event: SpeechEvent, into pieces: inout [TextPiece]) {
        switch event {
        case .character(let scalar, let source): stage.push(scalar, at: source, into: &pieces)
        case .boundary(let join): stage.finish(join, into: &pieces)
        case .pause(let milliseconds):
            stage.finish(.clause, into: &pieces)
            pieces.append(.silence(milliseconds))
        case .given(let text, let sayAs, let source):
            stage.push(given: text, sayAs, source: source, into: &pieces)
        case .tag(let name, let source): stage.push(tag: name, source: source, into: &pieces)
        case .voice(let name):
            stage.finish(.clause, into: &pieces)
            pieces.append(.voice(name))
        case .locale(let locale):
            stage.finish(.word, into: &pieces)
            hadText = hasText
            stage = LanguageStage(locale ?? options.locale, options, after: stage.gap)
        }
    }
}
