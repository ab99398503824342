import Orpheus

/// Which model speaks which language: `NAME` for all of them, or `en=NAME,fr=OTHER`.
public struct ModelNames: Hashable, Sendable {
    /// A model, and the languages that it is asked for; nil for all.
    public typealias Entry = (name: String, languages: Set<Voice.Language>?)

    private let byLanguage: [Voice.Language: String]
    private let single: String?

    /// - Throws: ``InvalidEndpoint`` with what is wrong.
    public init(_ text: String) throws(InvalidEndpoint) {
        guard text.contains("=") else {
            (single, byLanguage) = (text, [:])
            return
        }
        var models: [Voice.Language: String] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[1].isEmpty else {
                throw InvalidEndpoint("'\(part)' is no model of a language, such as fr=NAME")
            }
            guard let language = Voice.Language(rawValue: String(sides[0])) else {
                let known = Voice.Language.allCases.map(\.rawValue).joined(separator: ", ")
                throw InvalidEndpoint("there is no language '\(sides[0])'; there are \(known)")
            }
            guard models.updateValue(String(sides[1]), forKey: language) == nil else {
                throw InvalidEndpoint("there are two models for \(language.rawValue)")
            }
        }
        (single, byLanguage) = (nil, models)
    }

    /// The models, by name.
    public var models: [Entry] {
        if let single { return [(single, nil)] }
        return Dictionary(grouping: byLanguage.keys) { byLanguage[$0]! }
            .map { ($0.key, Set($0.value)) }.sorted { $0.name < $1.name }
    }
}
