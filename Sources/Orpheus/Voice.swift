/// A speaker that a released Orpheus model knows by name.
public struct Voice: Hashable, Sendable {
    public let name: String
    /// The language or languages of the model it belongs to: en, fr, de, es, it, ko, hi, zh.
    public let language: Language

    public enum Language: String, CaseIterable, Sendable {
        case en, fr, de, es, it, ko, hi, zh
    }

    public static let all: [Voice] = byLanguage.flatMap { language, names in
        names.map { Voice(name: $0, language: language) }
    }

    /// The default of Orpheus' own examples.
    public static let standard = Voice(name: "tara", language: .en)

    private static let byLanguage: [(Language, [String])] = [
        (.en, ["tara", "leah", "jess", "leo", "dan", "mia", "zac", "zoe"]),
        (.fr, ["pierre", "amelie", "marie"]),
        (.de, ["jana", "thomas", "max"]),
        (.es, ["javi", "sergio", "maria"]),
        (.it, ["pietro", "giulia", "carlo"]),
        (.ko, ["유나", "준서"]),
        (.hi, ["ऋतिका"]),
        (.zh, ["长乐", "白芷"]),
    ]

    private init(name: String, language: Language) {
        self.name = name
        self.language = language
    }

    /// - Throws: ``UnknownVoice``, which lists the names there are.
    public init(named name: String) throws(UnknownVoice) {
        guard let voice = Voice.all.first(where: { $0.name == name }) else {
            throw UnknownVoice(name: name)
        }
        self = voice
    }
}

/// No released model has a voice of this name.
public struct UnknownVoice: Error, CustomStringConvertible {
    public let name: String
    public var description: String {
        let known = Voice.all.map(\.name).joined(separator: ", ")
        return "there is no voice named '\(name.prefix(40))'; the voices are \(known)"
    }
}
