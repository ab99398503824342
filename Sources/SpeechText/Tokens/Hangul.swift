extension Unicode.Scalar {
    /// A syllable of Korean writing.
    var isHangul: Bool { (0xAC00...0xD7A3).contains(value) }

    /// Whether a word parts before it: particles follow foreign words without a space.
    func partsHangul(from last: Unicode.Scalar) -> Bool {
        guard isHangul != last.isHangul else { return false }
        return properties.isAlphabetic && last.properties.isAlphabetic
    }
}

extension Token {
    var isHangul: Bool { kind == .word && scalar.isHangul }
}

extension StringProtocol {
    var startsWithHangul: Bool { unicodeScalars.first?.isHangul ?? false }
    var endsWithHangul: Bool { unicodeScalars.last?.isHangul ?? false }
}
