/// Why a model folder cannot be used. One clear sentence that names the file and what is wrong.
public struct CheckpointError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String

    package init(_ description: String) {
        self.description = description
    }
}

extension String {
    /// What a file calls something, safe to stand in a sentence: no line breaks, no control
    /// characters of a terminal, not longer than a name.
    var quoted: String {
        let limit = 80
        let safe = String.UnicodeScalarView(
            unicodeScalars.prefix(limit).map { (0x20..<0x7F).contains($0.value) ? $0 : "?" })
        return unicodeScalars.count > limit ? String(safe) + "..." : String(safe)
    }
}
