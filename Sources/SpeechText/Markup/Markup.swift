import Orpheus

/// Angle brackets: emotive tags stay, other tags lose their brackets.
///
/// No `<` of the source gets into a prompt but as part of an emotive tag, so that no route leads to
/// a special token of the model.
struct Markup {
    enum Meaning: Equatable {
        /// A tag that the model acts out, as the model spells it.
        case emotive(String)
        /// The letters inside are words like any other.
        case words
        /// A closing tag.
        case nothing
    }

    private let emotive: Set<String>

    init(language: Voice.Language) { emotive = EmotiveTag.names(for: language) }

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
        return emotive.contains(name) ? .emotive("<\(name)>") : .words
    }
}
