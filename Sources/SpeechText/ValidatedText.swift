/// Decodes bytes that came from outside.
/// - Throws: ``TextError/invalidUTF8(offset:)`` with the offset of the first bad byte.
public func validatedText(bytes: some Collection<UInt8>) throws(TextError) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw .invalidUTF8(offset: firstInvalidOffset(in: bytes))
}

/// The well-formed sequences of Unicode's table 3-7.
private func firstInvalidOffset(in bytes: [UInt8]) -> Int {
    var at = 0
    while at < bytes.count {
        let second: ClosedRange<UInt8>
        let length: Int
        switch bytes[at] {
        case 0x00...0x7F: (length, second) = (1, 0x80...0xBF)
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return at
        }
        for follower in 1..<max(1, length) {
            guard at + follower < bytes.count else { return at }
            let range = follower == 1 ? second : 0x80...0xBF
            guard range.contains(bytes[at + follower]) else { return at + follower }
        }
        at += length
    }
    return at
}
