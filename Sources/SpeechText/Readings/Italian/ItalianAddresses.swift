/// Addresses of mail and web, with their marks by name.
enum ItalianAddresses {
    /// Longer parts of an address are taken for words, shorter ones are spelled.
    private static let longestSpelled = 4

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
            if !part.isEmpty { words.append(spoken(part)) }
            part = ""
            words.append(name)
        }
        if !part.isEmpty { words.append(spoken(part)) }
        return words.joined(separator: " ")
    }

    private static func spoken(_ part: String) -> String {
        let lower = part.lowercased()
        if let name = programs[lower] { return name }
        let hasVowel = lower.contains { "aeiouàèéìòù".contains($0) }
        if known.contains(lower) || part.count > longestSpelled && hasVowel { return part }
        return part.map(String.init).joined(separator: " ")
    }

    private static let known: Set<String> = [
        "com", "net", "org", "edu", "gov", "info", "blog", "mail", "shop", "news", "web", "casa",
        "rai", "ansa", "wiki", "chat", "home", "foto", "meteo", "roma", "posta", "gmail",
    ]

    /// Programs by the ending of their files.
    private static let programs = ["py": "python"]

    private static let markNames: [Unicode.Scalar: String] = [
        ".": "punto", "-": "trattino", "_": "trattino basso", "/": "slash", ":": "due punti",
        "@": "chiocciola", "?": "punto interrogativo", "=": "uguale", "&": "e commerciale",
        "%": "percento", "+": "più", "~": "tilde", "#": "cancelletto", ",": "virgola",
    ]
}
