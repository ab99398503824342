/// Reads one value after another off bytes, and never past their end.
struct ByteCursor {
    let bytes: [UInt8]
    /// What the bytes are, for the sentence where they end too soon.
    let part: String
    private(set) var position = 0

    init(_ bytes: [UInt8], in part: String) {
        self.bytes = bytes
        self.part = part
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func take(_ count: Int) throws(CheckpointError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= bytes.count - position else {
            throw CheckpointError("is cut off or damaged: its \(part) ends too soon")
        }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func byte() throws(CheckpointError) -> UInt8 {
        try take(1).first!
    }

    /// A little-endian integer without sign.
    mutating func integer<Value: FixedWidthInteger & UnsignedInteger>(
        _ type: Value.Type
    ) throws(CheckpointError) -> Value {
        try take(MemoryLayout<Value>.size).reversed().reduce(0) { $0 << 8 | Value($1) }
    }

    /// What comes before the next line feed, `limit` bytes at most.
    mutating func line(limit: Int) throws(CheckpointError) -> String {
        let rest = bytes[position...].prefix(limit + 1)
        guard let end = rest.firstIndex(of: 0x0A) else {
            throw CheckpointError("is damaged: its \(part) has a line without an end")
        }
        defer { position = end + 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }
}
