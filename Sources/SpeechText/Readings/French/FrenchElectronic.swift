/// Addresses of mail and web in French words.
enum FrenchElectronic {
    /// Words as they are, digits as they are dictated, marks by name.
    static func address(_ address: String) -> String {
        var words: [String] = []
        var open = ""
        var isNumber = false
        func close() {
            if !open.isEmpty { words.append(isNumber ? FrenchNumbers.group(open[...]) : open) }
            open = ""
        }
        for scalar in address.unicodeScalars {
            if let name = markNames[scalar] {
                close()
                words.append(name)
                continue
            }
            let isDigit = ("0"..."9").contains(scalar)
            if isDigit != isNumber { close() }
            isNumber = isDigit
            open.unicodeScalars.append(scalar)
        }
        close()
        return words.joined(separator: " ")
    }

    private static let markNames: [Unicode.Scalar: String] = [
        ".": "point", "-": "tiret", "_": "tiret bas", "/": "slash", ":": "deux points",
        "@": "arobase", "?": "point d'interrogation", "=": "égale", "&": "et",
        "%": "pour cent", "+": "plus", "~": "tilde", "#": "dièse", ",": "virgule",
    ]
}
