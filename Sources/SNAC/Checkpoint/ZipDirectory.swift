/// Where a zip archive's directory lies, as the records at the end of the file have it.
struct ZipDirectory {
    let count: Int
    let bytes: Range<Int>

    /// SNAC's has 20 KB for 275 entries.
    private static let countLimit = 16_384
    private static let sizeLimit = 4 << 20

    private static let endSize = 22
    private static let locatorSize = 20
    private static let wideEndSize = 56

    init(_ source: any ByteSource) throws(CheckpointError) {
        guard source.count >= Self.endSize else { throw Self.noEnd }
        let end = source.count - Self.endSize
        var cursor = ByteCursor(try source.bytes(end..<source.count), in: "end")
        guard try cursor.integer(UInt32.self) == 0x0605_4B50 else { throw Self.noEnd }
        let disks = [try cursor.integer(UInt16.self), try cursor.integer(UInt16.self)]
        var fields: [UInt64] = [
            UInt64(try cursor.integer(UInt16.self)), UInt64(try cursor.integer(UInt16.self)),
            UInt64(try cursor.integer(UInt32.self)), UInt64(try cursor.integer(UInt32.self)),
        ]
        guard disks == [0, 0], try cursor.integer(UInt16.self) == 0 else { throw Self.foreign }

        var limit = end
        if let wide = try Self.wideEnd(source, before: end) {
            // A field of the short record either says the same or that it is too narrow.
            let narrow: [UInt64] = [0xFFFF, 0xFFFF, 0xFFFF_FFFF, 0xFFFF_FFFF]
            for (index, field) in fields.enumerated()
            where field != narrow[index] && field != wide.fields[index] {
                throw CheckpointError("is damaged: its two zip directories disagree")
            }
            (fields, limit) = (wide.fields, wide.start)
        }
        guard fields[0] == fields[1] else { throw Self.foreign }
        guard fields[1] <= UInt64(Self.countLimit), fields[2] <= UInt64(Self.sizeLimit) else {
            throw CheckpointError(
                "claims a zip directory of \(fields[1]) entries in \(fields[2]) bytes, "
                    + "more than a model has")
        }
        let (size, start) = (Int(fields[2]), fields[3])
        guard start <= UInt64(limit), Int(start) + size == limit else {
            throw CheckpointError(
                "is cut off or damaged: its zip directory does not lie where it says")
        }
        count = Int(fields[1])
        bytes = Int(start)..<limit
    }

    /// The zip64 record, where its locator stands before the end: entries on this disk, entries,
    /// size and offset of the directory, and where the record starts.
    private static func wideEnd(
        _ source: any ByteSource, before end: Int
    ) throws(CheckpointError) -> (fields: [UInt64], start: Int)? {
        guard end >= locatorSize else { return nil }
        let place = end - locatorSize
        var locator = ByteCursor(try source.bytes(place..<end), in: "zip64 locator")
        guard try locator.integer(UInt32.self) == 0x0706_4B50 else { return nil }
        guard try locator.integer(UInt32.self) == 0 else { throw foreign }
        let start = try locator.integer(UInt64.self)
        guard place >= wideEndSize, start == UInt64(place - wideEndSize) else {
            throw CheckpointError("is cut off or damaged: its zip64 record is not where it says")
        }
        var record = ByteCursor(try source.bytes(Int(start)..<place), in: "zip64 record")
        guard try record.integer(UInt32.self) == 0x0606_4B50,
            try record.integer(UInt64.self) == UInt64(wideEndSize - 12)
        else { throw CheckpointError("is damaged: its zip64 record is none") }
        // Versions.
        _ = try record.take(4)
        guard try record.integer(UInt64.self) == 0 else { throw foreign }
        var fields: [UInt64] = []
        for _ in 0..<4 { fields.append(try record.integer(UInt64.self)) }
        return (fields, Int(start))
    }

    private static let noEnd = CheckpointError(
        "is cut off: the end of its zip archive is missing")
    private static let foreign = CheckpointError(
        "is a zip archive as torch.save writes none: in parts, or with a comment")
}
