import Foundation
import Orpheus

/// A text as flite can speak it: stretches of ASCII words, and pauses where Orpheus would act.
struct SpokenText: Equatable, Sendable {
    enum Part: Equatable, Sendable {
        case words(String)
        /// An emotive tag: flite cannot laugh, so there is a silence instead.
        case pause
    }

    let parts: [Part]

    init(_ text: String, language: Voice.Language) {
        let tags = EmotiveTag.names(for: language)
        var parts: [Part] = []
        var words = ""
        func flush() {
            let ascii = Self.ascii(words)
            if ascii.contains(where: { $0.isLetter || $0.isNumber }) { parts.append(.words(ascii)) }
            words = ""
        }
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            words += rest[..<open]
            rest = rest[open...]
            let name = rest.dropFirst().prefix { $0.isLetter }
            if tags.contains(name.lowercased()), rest[name.endIndex...].first == ">" {
                flush()
                parts.append(.pause)
                rest = rest[rest.index(after: name.endIndex)...]
            } else {
                words += "<"
                rest = rest.dropFirst()
            }
        }
        words += rest
        flush()
        // Nothing that flite could say, such as "...": silence is still an answer.
        self.parts = parts.isEmpty ? [.pause] : parts
    }

    /// Letters of other scripts in Latin ones, without accents; what has none becomes a space.
    private static func ascii(_ text: String) -> String {
        let quotes = text.replacing(/[‘’]/, with: "'")
        let latin = quotes.applyingTransform(.toLatin, reverse: false) ?? quotes
        let plain = latin.folding(options: .diacriticInsensitive, locale: nil)
        return String(
            plain.unicodeScalars.map { scalar in
                (0x20..<0x7f).contains(scalar.value) ? Character(scalar) : " "
            })
    }
}
