extension String {
    /// One line that a person understands: no type names, nothing twice.
    var isOneSentence: Bool {
        let lines = split(separator: "\n")
        return lines.count == 1 && lines[0].hasPrefix("Error: ") && !isFromTheInside
    }

    /// Speaks of our code instead of the matter.
    var isFromTheInside: Bool {
        for text in ["Error(", "Swift.", "NSError", "Optional(", "Fatal", "Domain=", "Foundation"] {
            if contains(text) { return true }
        }
        return false
    }
}
