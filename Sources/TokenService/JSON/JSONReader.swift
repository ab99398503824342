/// Reads JSON member by member where it lies, without building a tree.
///
/// A stream has 83 events a second with a dozen members each, of which three matter: the others
/// are passed over. What is passed over is checked for its structure, not for the grammar of its
/// numbers. Nesting is bounded, so hostile input cannot exhaust the stack.
package struct JSONReader {
    package struct Fault: Error, Equatable {
        package let offset: Int
    }

    package static let depthLimit = 64

    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private var depth = 0

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

    /// Where it is, as an index of the bytes.
    var offset: Int { at }

    /// Throws unless only white space is left.
    package mutating func finish() throws(Fault) {
        skipSpace()
        guard at == bytes.endIndex else { throw fault }
    }

    /// Calls `member` for each name; it has to take the value.
    package mutating func readObject(
        _ member: (inout JSONReader, String) throws(Fault) -> Void
    ) throws(Fault) {
        try open("{")
        if take("}") { return close() }
        repeat {
            let name = try readString()
            try expect(":")
            try member(&self, name)
        } while take(",")
        try expect("}")
        close()
    }

    /// Calls `element` for each element; it has to take the value.
    package mutating func readArray(
        _ element: (inout JSONReader) throws(Fault) -> Void
    ) throws(Fault) {
        try open("[")
        if take("]") { return close() }
        repeat { try element(&self) } while take(",")
        try expect("]")
        close()
    }

    /// True, and past it, when a `null` is next.
    package mutating func takeNull() -> Bool {
        skipSpace()
        guard bytes[at...].starts(with: "null".utf8) else { return false }
        at += 4
        return true
    }

    /// The first byte of the value that is next: `{ [ " t f n -` or a digit.
    mutating func peek() -> UInt8? {
        skipSpace()
        return at < bytes.endIndex ? bytes[at] : nil
    }

    package mutating func readInt() throws(Fault) -> Int {
        skipSpace()
        let isNegative = at < bytes.endIndex && bytes[at] == UInt8(ascii: "-")
        if isNegative { at += 1 }
        let start = at
        var value = 0
        while at < bytes.endIndex, (48...57).contains(bytes[at]) {
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(Int(bytes[at] - 48))
            guard !overflow, !carry else { throw fault }
            value = sum
            at += 1
        }
        guard at > start else { throw fault }
        // 1.5 and 1e5 are numbers, but no integers.
        if at < bytes.endIndex, Self.isScalar(bytes[at]) { throw fault }
        return isNegative ? -value : value
    }

    package mutating func readString() throws(Fault) -> String {
        let (content, isEscaped) = try stringContent()
        guard isEscaped else { return String(decoding: bytes[content], as: UTF8.self) }
        return try unescaped(bytes[content])
    }

    /// Passes over a value of any kind, and returns where it stands.
    @discardableResult
    package mutating func skipValue() throws(Fault) -> Range<Int> {
        skipSpace()
        let start = at
        switch peek() {
        case UInt8(ascii: "{"):
            try readObject { (reader, _) throws(Fault) in try reader.skipValue() }
        case UInt8(ascii: "["):
            try readArray { (reader) throws(Fault) in try reader.skipValue() }
        case UInt8(ascii: "\""): _ = try stringContent()
        default:
            while at < bytes.endIndex, Self.isScalar(bytes[at]) { at += 1 }
            guard at > start else { throw fault }
        }
        return start..<at
    }

    /// A reader for a value that ``skipValue()`` passed over.
    func reader(at range: Range<Int>) -> JSONReader {
        var reader = self
        reader.at = range.lowerBound
        return reader
    }

    // MARK: Parts

    private var fault: Fault { Fault(offset: at) }

    private static func isScalar(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122: true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."): true
        default: false
        }
    }

    private mutating func skipSpace() {
        while at < bytes.endIndex, bytes[at] == 0x20 || (0x09...0x0D).contains(bytes[at]) {
            at += 1
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard at < bytes.endIndex, bytes[at] == UInt8(ascii: character) else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
        guard take(character) else { throw fault }
    }

    private mutating func open(_ character: Unicode.Scalar) throws(Fault) {
        try expect(character)
        depth += 1
        guard depth <= Self.depthLimit else { throw fault }
    }

    private mutating func close() { depth -= 1 }

    /// The bytes between the quotes.
    private mutating func stringContent() throws(Fault) -> (Range<Int>, isEscaped: Bool) {
        try expect("\"")
        let start = at
        var isEscaped = false
        while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] >= 0x20 else { throw fault }
            if bytes[at] == UInt8(ascii: "\\") {
                isEscaped = true
                at += 1
            }
            at += 1
        }
        guard at < bytes.endIndex else { throw fault }
        at += 1
        return (start..<(at - 1), isEscaped)
    }
}
