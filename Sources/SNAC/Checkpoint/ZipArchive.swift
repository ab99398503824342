/// The entries of a zip archive as `torch.save` writes one: stored, without a comment, without
/// gaps between directory and end, with the records of zip64.
///
/// The directory, every entry's own header and all sizes are checked against the file before an
/// entry is given out. Checksums are not: PyTorch can be told to write files without them.
/// Format: APPNOTE.TXT 6.3.10 of PKWARE.
struct ZipArchive {
    /// Where the bytes of each entry lie in the file.
    let entries: [String: Range<Int>]

    /// - Throws: ``CheckpointError``, whose sentence continues the name of the file.
    init(_ source: any ByteSource) throws(CheckpointError) {
        let directory = try ZipDirectory(source)
        var cursor = ByteCursor(try source.bytes(directory.bytes), in: "zip directory")
        var records: [ZipRecord] = []
        for _ in 0..<directory.count {
            records.append(try ZipRecord(&cursor))
        }
        guard cursor.isAtEnd else {
            throw CheckpointError("is damaged: its zip directory has more entries than it says")
        }
        // Whatever comes next in the file bounds an entry, so none lies in another.
        records.sort { $0.offset < $1.offset }
        var entries: [String: Range<Int>] = [:]
        for (index, record) in records.enumerated() {
            let limit =
                index + 1 < records.count
                ? records[index + 1].offset : directory.bytes.lowerBound
            let bytes = try record.bytes(in: source, limit: limit)
            guard entries.updateValue(bytes, forKey: record.name) == nil else {
                throw CheckpointError("has the zip entry \(record.name.quoted) twice")
            }
        }
        self.entries = entries
    }
}
