import Foundation
import Orpheus
import SpeechText
import WireMessages

/// The lexicons of an installation: one for all languages, and one for each.
public struct Lexicons: Sendable {
    private let common: Lexicon
    private let byLanguage: [Voice.Language: Lexicon]

    public init() {
        common = Lexicon()
        byLanguage = [:]
    }

    /// - Parameter list: Files with commas between them; `de=FILE` is for one language, `FILE` for
    ///   all. Of two entries for a word the later one counts, and that of the language.
    /// - Throws: ``LexiconError``, or ``UnknownLanguage``.
    public init(files list: String) throws {
        var common = Lexicon()
        var byLanguage: [Voice.Language: Lexicon] = [:]
        for item in list.split(separator: ",") {
            let parts = item.split(separator: "=", maxSplits: 1)
            let lexicon = try Lexicon(contentsOf: URL(fileURLWithPath: String(parts.last!)))
            if parts.count == 1 {
                common = try common.merged(with: lexicon)
            } else {
                guard let language = Voice.Language(rawValue: String(parts[0])) else {
                    throw UnknownLanguage(name: String(parts[0]))
                }
                byLanguage[language] = try (byLanguage[language] ?? Lexicon()).merged(with: lexicon)
            }
        }
        // Once for all, so that a request costs nothing.
        self.common = common
        self.byLanguage = try byLanguage.mapValues { try common.merged(with: $0) }
    }

    /// A request's own entries, then those of the installation.
    func lexicons(
        for language: Voice.Language, with entries: [LexiconEntry]
    ) throws(LexiconError) -> [Lexicon] {
        var own = Lexicon()
        for entry in entries { try own.add(entry.written, spoken: entry.spoken) }
        return [own, byLanguage[language] ?? common]
    }

    /// One sentence.
    public struct UnknownLanguage: Error, CustomStringConvertible {
        public let name: String
        public var description: String { "there is no language '\(name)' for a lexicon" }
    }
}
