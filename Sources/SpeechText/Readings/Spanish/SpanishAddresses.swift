/// Addresses of mail and web in Spanish words.
enum SpanishAddresses {
    /// Words as they are, digits one by one, marks by name.
    static func electronic(_ address: String) -> String {
        var words: [String] = []
        var word = ""
        func close() {
            if !word.isEmpty { words.append(spoken(word)) }
            word = ""
        }
        for scalar in address.unicodeScalars {
            if let name = markNames[scalar] {
                close()
                words.append(name)
            } else if ("0"..."9").contains(scalar) {
                close()
                words.append(SpanishNumbers.small[Int(scalar.value) - 48])
            } else {
                word.unicodeScalars.append(scalar)
            }
        }
        close()
        return words.joined(separator: " ")
    }

    /// What has no vowel can only be spelled: www, https.
    private static func spoken(_ word: String) -> String {
        let hasVowel = word.unicodeScalars.contains { !consonants.contains($0) }
        return hasVowel ? word : word.map { String($0) }.joined(separator: " ")
    }

    private static let consonants = Set("bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ".unicodeScalars)

    private static let markNames: [Unicode.Scalar: String] = [
        ".": "punto", "-": "guion", "_": "guion bajo", "/": "barra", ":": "dos puntos",
        "@": "arroba", "?": "signo de interrogación", "=": "igual", "&": "y",
        "%": "por ciento", "+": "más", "~": "virgulilla", "#": "almohadilla", ",": "coma",
        "^": "acento circunflejo",
    ]
}
