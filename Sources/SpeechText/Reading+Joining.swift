extension Collection<Reading> {
    /// The readings as one line: spaces where the source has them, and between words that a reading
    /// brought together.
    var spokenText: String {
        var line = ""
        var previous: Reading?
        var owed = false
        for reading in self {
            owed = owed || reading.spaced
            if reading.text.isEmpty {
                // A mark without a sound parts words: and/or.
                owed = owed || !reading.source.isEmpty
                continue
            }
            if let previous, owed || reading.mustPart(from: previous) { line += " " }
            line += reading.text
            previous = reading
            owed = false
        }
        return line
    }

    /// Whether there is a letter, a digit or a tag in it.
    var isSpeakable: Bool { contains { $0.isSpeakable } }
}

extension Reading {
    var isSpeakable: Bool {
        className == "tag"
            || text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Words of which one was made by a reading do not grow together; tags stand alone.
    fileprivate func mustPart(from previous: Reading) -> Bool {
        let isPlain = className == "plain" && previous.className == "plain"
        let touch = text.startsWithWord && previous.text.endsWithWord
        if className == "tag" { return !previous.text.endsWithOpener }
        if previous.className == "tag" { return text.startsWithWord || !isMark }
        return touch && !isPlain
    }

    private var isMark: Bool { className == "plain" && !text.startsWithWord }
}

extension String {
    fileprivate var startsWithWord: Bool { unicodeScalars.first.map(\.isWordly) ?? false }
    fileprivate var endsWithWord: Bool { unicodeScalars.last.map(\.isWordly) ?? false }
    fileprivate var endsWithOpener: Bool { last == "(" || last == "\"" || last == "'" }
}

extension Unicode.Scalar {
    fileprivate var isWordly: Bool { properties.isAlphabetic || properties.numericType != nil }
}
