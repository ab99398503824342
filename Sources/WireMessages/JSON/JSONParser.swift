import LyreRPC

/// Reads a JSON text (RFC 8259).
struct JSONParser {
    private let text: [UInt8]
    private var place = 0
    private var depth = 0
    private static let maximumDepth = 32

    init(_ text: String) { self.text = Array(text.utf8) }

    mutating func document() throws(RPCError) -> JSONValue {
        let value = try value()
        skipSpace()
        guard place == text.count else { throw wrong("nothing more") }
        return value
    }

    private var next: UInt8? { place < text.count ? text[place] : nil }

    private func wrong(_ expected: String) -> RPCError {
        .json("the JSON is not valid: \(expected) is expected at byte \(place)")
    }

    private mutating func skipSpace() {
        while let byte = next, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { place += 1 }
    }

    /// Takes a byte if it is the next one.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard text[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    private mutating func value() throws(RPCError) -> JSONValue {
        skipSpace()
        guard let next else { throw wrong("a value") }
        switch next {
        case UInt8(ascii: "{"): return try nested { parser throws(RPCError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(RPCError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default:
            if take(word: "true") { return .bool(true) }
            if take(word: "false") { return .bool(false) }
            if take(word: "null") { return .null }
            throw wrong("a value")
        }
    }

    private mutating func nested(
        _ body: (inout JSONParser) throws(RPCError) -> JSONValue
    ) throws(RPCError) -> JSONValue {
        depth += 1
        guard depth <= Self.maximumDepth else { throw wrong("less nesting") }
        place += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(RPCError) -> JSONValue {
        var members: [JSONValue.Member] = []
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw wrong("a name in quotes") }
            let name = try string()
            guard take(":") else { throw wrong("':'") }
            members.append(JSONValue.Member(name: name, value: try value()))
        } while take(",")
        guard take("}") else { throw wrong("',' or '}'") }
        return .object(members)
    }

    private mutating func array() throws(RPCError) -> JSONValue {
        var values: [JSONValue] = []
        if take("]") { return .array(values) }
        repeat { values.append(try value()) } while take(",")
        guard take("]") else { throw wrong("',' or ']'") }
        return .array(values)
    }

    private mutating func number() throws(RPCError) -> String {
        let begin = place
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
        if next == UInt8(ascii: "-") { place += 1 }
        guard isDigit(next) else { throw wrong("a digit") }
        if next == UInt8(ascii: "0") { place += 1 } else { while isDigit(next) { place += 1 } }
        if next == UInt8(ascii: ".") {
            place += 1
            guard isDigit(next) else { throw wrong("a digit") }
            while isDigit(next) { place += 1 }
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            place += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
            guard isDigit(next) else { throw wrong("a digit") }
            while isDigit(next) { place += 1 }
        }
        return String(decoding: text[begin..<place], as: UTF8.self)
    }

    private mutating func string() throws(RPCError) -> String {
        place += 1
        var bytes: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"): bytes += String(try escape()).utf8
            case 0..<0x20: throw wrong("an escape such as \\n")
            default: bytes.append(byte)
            }
        }
        throw wrong("the end of a text")
    }

    private mutating func escape() throws(RPCError) -> Unicode.Scalar {
        guard let byte = next else { throw wrong("an escape") }
        place += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try scalar()
        default: throw wrong("an escape")
        }
    }

    /// What follows `\u`: four digits, or two times four for what lies beyond 16 bits.
    private mutating func scalar() throws(RPCError) -> Unicode.Scalar {
        let unit = try unit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard unit < 0xdc00, take(word: "\\u") else { throw wrong("the second half of a pair") }
        let second = try self.unit()
        guard (0xdc00...0xdfff).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (second - 0xdc00))
        else { throw wrong("the second half of a pair") }
        return scalar
    }

    private mutating func unit() throws(RPCError) -> UInt32 {
        let digits = text[place...].prefix(4)
        guard digits.count == 4, digits.first != UInt8(ascii: "+"),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw wrong("four hexadecimal digits") }
        place += 4
        return unit
    }
}
