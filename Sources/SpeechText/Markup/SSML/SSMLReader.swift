import Orpheus

/// Reads SSML 1.1, the part that a voice of Orpheus can follow.
///
/// `speak`, `p`, `s`, `break`, `say-as`, `sub`, `voice` and `lang` are acted on, emotive tags too:
/// `<laugh/>`. A `phoneme` is respelled in letters, where all its symbols are known in a language
/// that has a ``Respelling``; else what it encloses is read. The model has no way to follow
/// `emphasis` and `prosody`: their values are checked, and what they enclose is spoken as if they
/// were not there, as with elements that nobody knows.
struct SSMLReader {
    /// Bytes of what a `say-as` may enclose.
    static let longestSayAs = 1024
    static let longestBreak = 10_000

    private struct Element {
        let name: String
        var changesVoice = false
        var changesLanguage = false
    }

    /// A `sub`, `phoneme` or `say-as` that is open: nothing in it is spoken as it stands.
    private struct Given {
        let depth: Int
        let start: Int
        /// Of a `sub` or a `phoneme`.
        let alias: String?
        let sayAs: SayAs?
        var text = ""
    }

    /// That of the request.
    let language: Voice.Language

    private var elements: [Element] = []
    private var voices: [String] = []
    private var locales: [TextLocale] = []
    private var given: Given?

    init(language: Voice.Language) { self.language = language }

    mutating func take(_ event: XMLEvent, into events: inout [SpeechEvent]) throws(TextError) {
        switch event {
        case .character(let scalar, let source):
            guard given == nil else {
                given!.text.unicodeScalars.append(scalar)
                guard given!.text.utf8.count <= Self.longestSayAs else {
                    throw .badMarkup(
                        "<say-as>, <sub> or <phoneme> encloses more than "
                            + "\(Self.longestSayAs) bytes",
                        offset: given!.start)
                }
                return
            }
            // A line break is white space like any other.
            let isBreak = scalar.properties.isWhitespace
            events.append(.character(isBreak ? " " : scalar, source: source))
        case .open(let name, let attributes, let source):
            try open(Self.localName(name), attributes, source, &events)
        case .close(_, let source): close(source, &events)
        }
    }

    /// Names may have a prefix: `ssml:p`.
    private static func localName(_ name: String) -> String {
        String(name.split(separator: ":").last ?? "")
    }

    private mutating func open(
        _ name: String, _ attributes: [String: String], _ source: Range<Int>,
        _ events: inout [SpeechEvent]
    ) throws(TextError) {
        if elements.isEmpty, name != "speak" {
            throw .badMarkup(
                "the outermost element is <\(name)>, not <speak>", offset: source.lowerBound)
        }
        var element = Element(name: name)
        if given == nil {
            try begin(name, attributes, source, &element, &events)
            // One that no voice speaks is read as what surrounds it.
            if let tag = attributes["xml:lang"], let locale = TextLocale(tag: tag) {
                element.changesLanguage = true
                locales.append(locale)
                events.append(.locale(locale))
            }
        }
        elements.append(element)
    }

    private mutating func begin(
        _ name: String, _ attributes: [String: String], _ source: Range<Int>,
        _ element: inout Element, _ events: inout [SpeechEvent]
    ) throws(TextError) {
        switch name {
        case "p": events.append(.boundary(.paragraph))
        case "s": events.append(.boundary(.sentence))
        case "break":
            events.append(.pause(milliseconds: try Self.pause(attributes, source)))
        case "sub":
            guard let alias = attributes["alias"] else {
                throw .badMarkup("<sub> has no alias", offset: source.lowerBound)
            }
            given = Given(
                depth: elements.count, start: source.lowerBound, alias: alias, sayAs: nil)
        case "say-as":
            let name = attributes["interpret-as"] ?? ""
            // What is not known is read as if it were not asked for.
            guard let sayAs = SayAs(interpretAs: name) else { return }
            given = Given(depth: elements.count, start: source.lowerBound, alias: nil, sayAs: sayAs)
        case "voice":
            guard let voice = attributes["name"] else { return }
            element.changesVoice = true
            voices.append(voice)
            events.append(.voice(voice))
        case "phoneme":
            guard let phonemes = attributes["ph"] else {
                throw .badMarkup("<phoneme> has no ph", offset: source.lowerBound)
            }
            let alphabet = (attributes["alphabet"] ?? "ipa").lowercased()
            guard let alphabet = PhoneticAlphabet(rawValue: alphabet),
                let respelling = Respelling.of(locales.last?.language ?? language),
                let words = respelling.words(phonemes, in: alphabet)
            else { return }
            given = Given(
                depth: elements.count, start: source.lowerBound, alias: words, sayAs: nil)
        case "emphasis", "prosody": try ProsodyValues.check(name, attributes, source)
        case "speak", "lang", "desc", "mark", "audio": break
        default: events.append(.tag(name.lowercased(), source: source))
        }
    }

    private mutating func close(_ source: Range<Int>, _ events: inout [SpeechEvent]) {
        guard let element = elements.popLast() else { return }
        if let said = given, said.depth == elements.count {
            given = nil
            events.append(
                .given(said.alias ?? said.text, said.sayAs, source: said.start..<source.upperBound))
        }
        if element.name == "p" { events.append(.boundary(.paragraph)) }
        if element.name == "s" { events.append(.boundary(.sentence)) }
        if element.changesVoice {
            voices.removeLast()
            events.append(.voice(voices.last))
        }
        if element.changesLanguage {
            locales.removeLast()
            events.append(.locale(locales.last))
        }
    }

    private static func pause(
        _ attributes: [String: String], _ source: Range<Int>
    ) throws(TextError) -> Int {
        if let time = attributes["time"] {
            let isSeconds = !time.hasSuffix("ms")
            let number = time.hasSuffix("ms") ? time.dropLast(2) : time.dropLast(1)
            guard time.hasSuffix("s"), let value = Double(number), value >= 0,
                value * (isSeconds ? 1000 : 1) <= Double(longestBreak)
            else {
                throw .badMarkup(
                    "'\(time.prefix(20))' is no time of a break: 250ms or 1.5s, at most 10s",
                    offset: source.lowerBound)
            }
            return Int((value * (isSeconds ? 1000 : 1)).rounded())
        }
        switch attributes["strength"] {
        case "none": return 0
        case "x-weak": return 100
        case "weak": return 250
        case "strong": return 800
        case "x-strong": return 1200
        default: return 500
        }
    }
}
