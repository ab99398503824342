import Orpheus

/// Angle brackets: emotive tags stay, other tags lose their brackets, or go.
///
/// No `<` of the source gets into a prompt but as part of an emotive tag, so that no route leads to
/// a special token of the model.
public struct Markup: Sendable {
    enum Meaning: Equatable {
        /// A tag that the model acts out, as the model spells it.
        case emotive(String)
        /// The letters inside are words like any other.
        case words
        /// A closing tag.
        case nothing
    }

    /// What becomes of tags that the voice does not know.
    public enum UnknownTags: String, Sendable, CaseIterable {
        /// They lose their brackets, and what is in them is read.
        case read
        case remove
    }

    /// No tag means anything.
    static let none = Markup(emotive: [], unknown: .read)

    private let emotive: Set<String>
    private let unknown: UnknownTags

    init(language: Voice.Language, unknown: UnknownTags = .read) {
        self.init(emotive: EmotiveTag.names(for: language), unknown: unknown)
    }

    private init(emotive: Set<String>, unknown: UnknownTags) {
        (self.emotive, self.unknown) = (emotive, unknown)
    }

    /// Tags are ASCII; `<|name|>` is how models spell their special tokens.
    static func canStandInTag(_ scalar: Unicode.Scalar) -> Bool {
        isPlain(scalar) || scalar == "_" || scalar == "|" || scalar == "/"
    }

    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": true
        default: false
        }
    }

    func meaning(of inside: [Unicode.Scalar]) -> Meaning {
        guard let first = inside.first else { return .nothing }
        if first == "/" { return .nothing }
        let bare = inside.last == "/" ? inside.dropLast() : inside[...]
        var name = ""
        name.unicodeScalars.append(contentsOf: bare)
        name = name.lowercased()
        if emotive.contains(name) { return .emotive("<\(name)>") }
        return unknown == .read ? .words : .nothing
    }
}
