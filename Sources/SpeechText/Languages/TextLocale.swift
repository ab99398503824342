import Orpheus

/// A language as one country writes it: en, en-GB, es-MX, de-CH.
public struct TextLocale: Hashable, Sendable, CustomStringConvertible {
    public var language: Voice.Language
    /// By ISO 3166, two capitals; nil: the country that the language's rules are made for.
    public var region: String?

    public init(_ language: Voice.Language, region: String? = nil) {
        (self.language, self.region) = (language, region)
    }

    /// - Parameter tag: By BCP 47; of its parts the language and the country count.
    /// - Returns: nil for a language that no voice speaks.
    public init?(tag: String) {
        let parts = tag.split(
            maxSplits: 8, omittingEmptySubsequences: false, whereSeparator: { "-_".contains($0) })
        guard let language = Voice.Language(rawValue: parts[0].lowercased()),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isAlphanumeric) })
        else { return nil }
        let region = parts.dropFirst().first { part in
            part.utf8.count == 2 && part.allSatisfy(\.isLetter)
        }
        self.init(language, region: region?.uppercased())
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    public var description: String {
        region.map { "\(language.rawValue)-\($0)" } ?? language.rawValue
    }
}
