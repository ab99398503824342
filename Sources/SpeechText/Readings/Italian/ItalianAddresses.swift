/// Addresses of mail and web, with their marks by name.
enum ItalianAddresses {
    /// Longer parts of an address are taken for words, shorter ones are spelled.
    private static let longestSpelled = 3
    /// Beside an ampersand, where initials stand: R&D.
    private static let longestInitials = 4

    static func words(for address: String) -> String {
        var words: [String] = []
        var part = ""
        for scalar in address.unicodeScalars {
            let digit = ("0"..."9").contains(scalar) ? Int(scalar.value) - 48 : nil
            let name = digit.map { ItalianNumbers.small[$0] } ?? markNames[scalar]
            guard let name else {
                part.unicodeScalars.append(scalar)
                continue
            }
            add(part, &words, before: scalar)
            part = ""
            words.append(name)
        }
        add(part, &words, before: nil)
        return words.joined(separator: " ")
    }

    private static func add(
        _ part: String, _ words: inout [String], before mark: Unicode.Scalar?
    ) {
        if part.isEmpty { return }
        let lower = part.lowercased()
        let joinsInitials = mark == "&" || words.last == markNames["&"]
        let longest = joinsInitials ? longestInitials : longestSpelled
        let hasVowel = lower.contains { "aeiouyàèéìòù".contains($0) }
        if let name = programs[lower] {
            words.append(name)
        } else if known.contains(lower) || part.count > longest && hasVowel {
            words.append(part)
        } else {
            words.append(part.map(String.init).joined(separator: " "))
        }
    }

    private static let known: Set<String> = [
        "com", "net", "org", "edu", "gov", "web", "rai", "app", "bar", "zoo", "eni", "una", "gli",
        "del", "per", "con", "mio", "tua", "noi",
    ]

    /// Programs by the ending of their files.
    private static let programs = ["py": "python"]

    private static let markNames: [Unicode.Scalar: String] = [
        ".": "punto", "-": "trattino", "_": "trattino basso", "/": "slash", ":": "due punti",
        "@": "chiocciola", "?": "punto interrogativo", "=": "uguale", "&": "e commerciale",
        "%": "percento", "+": "più", "~": "tilde", "#": "cancelletto", ",": "virgola",
    ]
}
