/// The safetensors format: eight bytes of header length, a JSON header, the tensors' bytes.
///
/// Nothing in the file is believed: header length, offsets, overlaps, types and shapes are checked
/// against the bytes that are there before memory is taken for any of it.
/// Format: https://github.com/huggingface/safetensors
enum Safetensors {
    /// SNAC's header has 40 KB.
    private static let headerLimit = 1 << 20

    /// The tensors of a file; ranges count from its start.
    /// - Throws: ``CheckpointError``, whose sentence continues the name of the file.
    static func entries(
        of source: any ByteSource
    ) throws(CheckpointError) -> [String: TensorEntry] {
        guard source.count >= 8 else {
            throw CheckpointError("is no safetensors file: it has \(source.count) bytes")
        }
        let length = try source.bytes(0..<8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(headerLimit) else {
            throw CheckpointError(
                "is no safetensors file: it claims a header of \(length) bytes")
        }
        let start = 8 + Int(length)
        guard start <= source.count else {
            throw CheckpointError(
                "is cut off: the header needs \(start) bytes, the file has \(source.count)")
        }
        var header = SafetensorsHeader(try source.bytes(8..<start))
        var entries: [String: TensorEntry] = [:]
        for item in try header.items() {
            let entry = try entry(item, start: start, end: source.count)
            guard entries.updateValue(entry, forKey: item.name) == nil else {
                throw CheckpointError("names \(item.name.quoted) twice")
            }
        }
        try requireNoHoles(entries, start..<source.count)
        return entries
    }

    private static func entry(
        _ item: SafetensorsHeader.Item, start: Int, end: Int
    ) throws(CheckpointError) -> TensorEntry {
        let name = item.name.quoted
        guard let typeName = item.type, let shape = item.shape, let offsets = item.offsets,
            offsets.count == 2
        else { throw CheckpointError("has an incomplete header for \(name)") }
        guard let type = TensorType(rawValue: typeName) else {
            throw CheckpointError(
                "holds \(name) as \(typeName.quoted); F64, F32, F16 and BF16 are read")
        }
        guard offsets[0] >= 0, offsets[1] >= offsets[0] else {
            throw CheckpointError("places \(name) at impossible bytes")
        }
        guard offsets[1] <= end - start else {
            throw CheckpointError(
                "is cut off: \(name) ends at byte \(offsets[1]) of its data, "
                    + "which has \(end - start)")
        }
        let size = try TensorEntry.size(shape, type, of: item.name)
        guard size == offsets[1] - offsets[0] else {
            throw CheckpointError(
                "gives \(name) \(offsets[1] - offsets[0]) bytes, its shape \(shape) needs \(size)")
        }
        return TensorEntry(type: type, shape: shape, bytes: start + offsets[0]..<start + offsets[1])
    }

    /// The format has every byte of the data belong to exactly one tensor.
    private static func requireNoHoles(
        _ entries: [String: TensorEntry], _ data: Range<Int>
    ) throws(CheckpointError) {
        var end = data.lowerBound
        var last: String?
        let sorted = entries.filter { !$0.value.bytes.isEmpty }
            .sorted { ($0.value.bytes.lowerBound, $0.key) < ($1.value.bytes.lowerBound, $1.key) }
        for (name, entry) in sorted {
            if let last, entry.bytes.lowerBound < end {
                throw CheckpointError("places \(last.quoted) and \(name.quoted) at the same bytes")
            }
            guard entry.bytes.lowerBound == end else {
                throw CheckpointError(
                    "has \(entry.bytes.lowerBound - end) bytes before \(name.quoted) "
                        + "that belong to no tensor")
            }
            (end, last) = (entry.bytes.upperBound, name)
        }
        guard end == data.upperBound else {
            throw CheckpointError(
                "has \(data.upperBound - end) bytes at its end that belong to no tensor")
        }
    }
}
