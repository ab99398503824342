/// An alphabet that the `ph` of a `phoneme` may be written in.
enum PhoneticAlphabet: String {
    case ipa
    case xSAMPA = "x-sampa"

    /// The symbols in IPA, with one form for each sound; nil when one is unknown.
    func scalars(of text: String) -> [Unicode.Scalar]? {
        let scalars = Array(text.unicodeScalars)
        var found: [Unicode.Scalar] = []
        var at = 0
        while at < scalars.count {
            if self == .xSAMPA {
                let pair = String(String.UnicodeScalarView(scalars[at...].prefix(2)))
                if let ipa = Self.pairs[pair] {
                    found += ipa.unicodeScalars
                    at += 2
                    continue
                }
                guard scalars[at].isASCII else { return nil }
                found += Self.singles[scalars[at]].map { Array($0.unicodeScalars) } ?? [scalars[at]]
            } else if let form = Self.forms[scalars[at]] {
                found += form.unicodeScalars
            } else {
                found.append(scalars[at])
            }
            at += 1
        }
        return found
    }

    /// Other ways to write a sound in IPA; ties and linking marks go.
    private static let forms: [Unicode.Scalar: String] = [
        "g": "ɡ", "ʧ": "tʃ", "ʤ": "dʒ", "ʦ": "ts", "ʣ": "dz", "'": "ˈ", ":": "ː", "\u{361}": "",
        "\u{35C}": "", "‿": "",
    ]

    private static let pairs = [
        "r\\": "ɹ", "@`": "ɚ", "3`": "ɝ", "j\\": "ʝ", "R\\": "ʀ", "_~": "\u{303}",
    ]

    private static let singles: [Unicode.Scalar: String] = [
        "{": "æ", "A": "ɑ", "Q": "ɒ", "O": "ɔ", "E": "ɛ", "I": "ɪ", "U": "ʊ", "V": "ʌ", "@": "ə",
        "3": "ɜ", "2": "ø", "9": "œ", "Y": "ʏ", "6": "ɐ", "S": "ʃ", "Z": "ʒ", "T": "θ", "D": "ð",
        "N": "ŋ", "J": "ɲ", "L": "ʎ", "C": "ç", "G": "ɣ", "B": "β", "R": "ʁ", "H": "ɥ", "4": "ɾ",
        "?": "ʔ", ":": "ː", "\"": "ˈ", "%": "ˌ", "~": "\u{303}", "g": "ɡ",
    ]
}
