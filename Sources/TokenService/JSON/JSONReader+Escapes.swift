extension JSONReader {
    /// The text that the content of a string with escapes stands for. Half a surrogate pair
    /// becomes U+FFFD.
    func unescaped(_ content: ArraySlice<UInt8>) throws(Fault) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var rest = content
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let kind = rest.popFirst() else { throw Fault(offset: rest.startIndex) }
            switch kind {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(kind)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "u"): text += String(try scalar(&rest)).utf8
            default: throw Fault(offset: rest.startIndex)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func scalar(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> Unicode.Scalar {
        let high = try unit(&rest)
        if (0xD800..<0xDC00).contains(high), rest.starts(with: Array("\\u".utf8)) {
            var after = rest.dropFirst(2)
            let low = try unit(&after)
            if (0xDC00..<0xE000).contains(low) {
                rest = after
                return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
                    ?? "\u{FFFD}"
            }
        }
        return Unicode.Scalar(high) ?? "\u{FFFD}"
    }

    private func unit(_ rest: inout ArraySlice<UInt8>) throws(Fault) -> UInt32 {
        let digits = rest.prefix(4)
        guard digits.count == 4 else { throw Fault(offset: rest.startIndex) }
        var value: UInt32 = 0
        for digit in digits {
            guard let nibble = Character(Unicode.Scalar(digit)).hexDigitValue else {
                throw Fault(offset: rest.startIndex)
            }
            value = value << 4 + UInt32(nibble)
        }
        rest = rest.dropFirst(4)
        return value
    }
}
