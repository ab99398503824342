import Orpheus

/// How somebody wants words to be said: written forms with what is spoken for them.
///
/// Where several entries begin at a word, the longest counts. One that is written without capitals
/// stands for any case, as long as no other is written just so.
public struct Lexicon: Sendable, Hashable {
    public static let mostEntries = 100_000
    /// UTF-8 bytes of either side of an entry.
    public static let longest = 240
    /// Tokens of a written form.
    static let mostTokens = 16

    struct Entry: Sendable, Hashable {
        /// Texts of its tokens; and whether white space stands before each but the first.
        let tokens: [String]
        let isSpaced: [Bool]
        let isAnyCase: Bool
        let spoken: String
    }

    /// By the first token in lower case; the longest first, those that are written just so before
    /// those for any case.
    private(set) var entries: [String: [Entry]] = [:]
    public private(set) var count = 0

    public init() {}

    /// Adds an entry; one for the same written form is replaced.
    /// - Throws: ``LexiconError`` for an empty or too long side, or too many entries.
    public mutating func add(_ written: String, spoken: String) throws(LexiconError) {
        guard written.utf8.count <= Self.longest, spoken.utf8.count <= Self.longest else {
            throw LexiconError("'\(written.prefix(20))...' is longer than \(Self.longest) bytes")
        }
        // Tags are none, so that no entry can take their place.
        let tokens = Tokenizer.tokens(of: written, markup: .none)
        guard let first = tokens.first, tokens.contains(where: { $0.kind != .mark }) else {
            throw LexiconError("'\(written)' has no letter or digit")
        }
        guard tokens.count <= Self.mostTokens else {
            throw LexiconError("'\(written.prefix(20))...' has more than \(Self.mostTokens) words")
        }
        let isAnyCase = written == written.lowercased()
        // No way leads to a tag, or to a special token of the model.
        let words = spoken.map { $0 == "<" || $0 == ">" || $0.isNewline ? " " : $0 }
        let entry = Entry(
            tokens: tokens.map(\.text), isSpaced: tokens.map { $0.gap != .none },
            isAnyCase: isAnyCase, spoken: String(words))
        var places = entries[first.text.lowercased()] ?? []
        if let same = places.firstIndex(where: { $0.tokens == entry.tokens }) {
            places[same] = entry
        } else {
            guard count < Self.mostEntries else {
                throw LexiconError("there are more than \(Self.mostEntries) entries")
            }
            count += 1
            let at = places.firstIndex { other in
                other.tokens.count < entry.tokens.count
                    || other.tokens.count == entry.tokens.count && other.isAnyCase && !isAnyCase
            }
            places.insert(entry, at: at ?? places.endIndex)
        }
        entries[first.text.lowercased()] = places
    }

    /// This one with another's entries, which win.
    public func merged(with other: Lexicon) throws(LexiconError) -> Lexicon {
        var merged = self
        for (written, spoken) in other.pairs { try merged.add(written, spoken: spoken) }
        return merged
    }

    /// All entries, in no order.
    public var pairs: [(written: String, spoken: String)] {
        entries.values.joined().map { entry in
            let written = zip(entry.tokens, entry.isSpaced).enumerated().map { at, token in
                at > 0 && token.1 ? " " + token.0 : token.0
            }
            return (written.joined(), entry.spoken)
        }
    }
}

/// Why an entry, or a file of them, cannot be used. One sentence.
public struct LexiconError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
    init(_ description: String) { self.description = description }
}
