/// Addresses of mail and web in German words.
enum GermanAddresses {
    /// Words as they are, digits one by one, marks by name.
    static func words(for address: String) -> String {
        var words: [String] = []
        var word = ""
        var followsDot = false
        func close(before next: Unicode.Scalar?) {
            guard !word.isEmpty else { return }
            // Countries and other endings of two letters are spelled.
            let isEnding = followsDot && word.utf8.count == 2 && (next == nil || next == "/")
            let isSpelled = isEnding || spelledWords.contains(word)
            words.append(isSpelled ? word.map(String.init).joined(separator: " ") : word)
            word = ""
        }
        for scalar in address.unicodeScalars {
            let name = markNames[scalar]
            let isDigit = ("0"..."9").contains(scalar)
            guard name != nil || isDigit else {
                word.unicodeScalars.append(scalar)
                continue
            }
            close(before: scalar)
            words.append(name ?? GermanNumbers.small[Int(scalar.value) - 48])
            followsDot = scalar == "."
        }
        close(before: nil)
        return words.joined(separator: " ")
    }

    private static let spelledWords: Set<String> = ["www", "http", "https", "ftp", "html", "php"]

    private static let markNames: [Unicode.Scalar: String] = [
        ".": "Punkt", "-": "Bindestrich", "_": "Unterstrich", "/": "Slash", ":": "Doppelpunkt",
        "@": "at", "?": "Fragezeichen", "=": "Gleichheitszeichen", "&": "und", "%": "Prozent",
        "+": "plus", "~": "Tilde", "#": "Raute", ",": "Komma",
    ]
}
