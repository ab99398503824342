extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}

extension Int {
    /// A number of bytes as header fields tell it: digits alone, and not so many that sums overflow.
    init?(length text: String) {
        guard (1...18).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        self.init(text)
    }
}

extension String {
    /// In quotation marks, fit for a terminal whatever it holds.
    var quoted: String {
        let shown = unicodeScalars.prefix(100).map {
            $0.properties.generalCategory == .control ? "?" : String($0)
        }
        return "'\(shown.joined())'"
    }

    var isHex: Bool { !isEmpty && utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit } }

    /// As a part of a URL's path; `/` is encoded too.
    var percentEncoded: String {
        utf8.map { byte in
            if byte.isLetterOrDigit || Array("-._~".utf8).contains(byte) {
                return String(UnicodeScalar(byte))
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}
