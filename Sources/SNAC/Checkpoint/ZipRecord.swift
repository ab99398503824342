/// An entry as the directory of a zip archive has it.
struct ZipRecord {
    let name: String
    /// Where the entry's own header stands.
    let offset: Int
    private let size: Int

    private static let headerSize = 30
    private static let narrow = UInt64(UInt32.max)

    /// Reads the directory's next record, and refuses entries that are not simply stored.
    init(_ cursor: inout ByteCursor) throws(CheckpointError) {
        guard try cursor.integer(UInt32.self) == 0x0201_4B50 else { throw Self.damaged }
        // Versions.
        _ = try cursor.take(4)
        let flags = try cursor.integer(UInt16.self)
        let method = try cursor.integer(UInt16.self)
        // Time, date, checksum.
        _ = try cursor.take(8)
        let packed = UInt64(try cursor.integer(UInt32.self))
        let unpacked = UInt64(try cursor.integer(UInt32.self))
        let nameSize = Int(try cursor.integer(UInt16.self))
        let extraSize = Int(try cursor.integer(UInt16.self))
        let commentSize = Int(try cursor.integer(UInt16.self))
        let disk = try cursor.integer(UInt16.self)
        // Attributes.
        _ = try cursor.take(6)
        let place = UInt64(try cursor.integer(UInt32.self))
        name = String(decoding: try cursor.take(nameSize), as: UTF8.self)
        let wide = try Self.wide(
            [unpacked, packed, place],
            ByteCursor(Array(try cursor.take(extraSize)), in: "zip64 sizes"))
        _ = try cursor.take(commentSize)

        try Self.requireStored(name, flags, method)
        guard disk == 0, wide[0] == wide[1], let size = Int(exactly: wide[0]),
            let offset = Int(exactly: wide[2])
        else { throw Self.damaged }
        (self.size, self.offset) = (size, offset)
    }

    /// Where the entry's bytes lie, after its own header and before `limit`.
    func bytes(in source: any ByteSource, limit: Int) throws(CheckpointError) -> Range<Int> {
        let nameBytes = Array(name.utf8)
        let start = Self.headerSize + nameBytes.count
        guard offset <= limit, start <= limit - offset else { throw misplaced }
        var header = ByteCursor(try source.bytes(offset..<offset + start), in: "zip entry")
        guard try header.integer(UInt32.self) == 0x0403_4B50 else { throw misplaced }
        _ = try header.take(2)
        let flags = try header.integer(UInt16.self)
        try Self.requireStored(name, flags, try header.integer(UInt16.self))
        _ = try header.take(8)
        for _ in 0..<2 {
            // PyTorch streams: the entry's own header has zeros, and sizes follow its bytes.
            let own = UInt64(try header.integer(UInt32.self))
            guard own == UInt64(size) || own == Self.narrow || (flags & 8 != 0 && own == 0) else {
                throw misplaced
            }
        }
        guard Int(try header.integer(UInt16.self)) == nameBytes.count else { throw misplaced }
        let extraSize = Int(try header.integer(UInt16.self))
        guard try header.take(nameBytes.count).elementsEqual(nameBytes),
            extraSize <= limit - offset - start, size <= limit - offset - start - extraSize
        else { throw misplaced }
        let first = offset + start + extraSize
        return first..<first + size
    }

    /// The values, with those that a record is too narrow for taken from its zip64 field.
    private static func wide(
        _ values: [UInt64], _ extra: ByteCursor
    ) throws(CheckpointError) -> [UInt64] {
        guard values.contains(narrow) else { return values }
        var extra = extra
        while !extra.isAtEnd {
            let tag = try extra.integer(UInt16.self)
            let field = try extra.take(Int(try extra.integer(UInt16.self)))
            guard tag == 1 else { continue }
            var cursor = ByteCursor(Array(field), in: "zip64 sizes")
            var result: [UInt64] = []
            for value in values {
                result.append(value == narrow ? try cursor.integer(UInt64.self) : value)
            }
            return result
        }
        throw damaged
    }

    private static func requireStored(
        _ name: String, _ flags: UInt16, _ method: UInt16
    ) throws(CheckpointError) {
        // Bits 0, 6 and 13: encrypted, strongly encrypted, with a masked header.
        guard flags & 0x2041 == 0 else {
            throw CheckpointError("has the zip entry \(name.quoted) encrypted: it cannot be read")
        }
        guard method == 0 else {
            throw CheckpointError(
                "has the zip entry \(name.quoted) compressed; torch.save only stores")
        }
    }

    private var misplaced: CheckpointError {
        CheckpointError(
            "is cut off or damaged: the zip entry \(name.quoted) is not where its directory says")
    }

    private static let damaged = CheckpointError("is damaged: its zip directory has an odd entry")
}
