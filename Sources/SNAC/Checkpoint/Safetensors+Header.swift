import Foundation

extension Safetensors {
    /// SNAC's header has 40 KB.
    private static let headerLimit = 8 << 20

    /// Reads and checks the header; ranges count from the start of `data`.
    static func header(of data: Data) throws(CheckpointError) -> [String: Entry] {
        guard data.count >= 8 else {
            throw CheckpointError("is no safetensors file: it has \(data.count) bytes")
        }
        let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(headerLimit) else {
            throw CheckpointError(
                "is no safetensors file: it claims a header of \(length) bytes")
        }
        let start = 8 + Int(length)
        guard start <= data.count else {
            throw CheckpointError(
                "is cut off: the header needs \(start) bytes, the file has \(data.count)")
        }
        let json = data.subdata(in: data.startIndex + 8..<data.startIndex + start)
        guard json.first == UInt8(ascii: "{"),
            let object = try? JSONDecoder().decode([String: HeaderValue].self, from: json)
        else { throw CheckpointError("is no safetensors file: its header is no JSON object") }

        var entries: [String: Entry] = [:]
        for (name, value) in object where name != "__metadata__" {
            entries[name] = try entry(name, value, start: start, end: data.count)
        }
        try refuseOverlaps(entries)
        return entries
    }

    private static func entry(
        _ name: String, _ value: HeaderValue, start: Int, end: Int
    ) throws(CheckpointError) -> Entry {
        guard let typeName = value.dtype, let shape = value.shape, let offsets = value.offsets,
            offsets.count == 2
        else { throw CheckpointError("has an incomplete header for \(name)") }
        guard let type = TensorType(rawValue: typeName) else {
            throw CheckpointError("holds \(name) as \(typeName); F32, F16 and BF16 are read")
        }
        guard offsets[0] >= 0, offsets[1] >= offsets[0] else {
            throw CheckpointError("places \(name) at impossible bytes")
        }
        guard offsets[1] <= end - start else {
            throw CheckpointError(
                "is cut off: \(name) ends at byte \(offsets[1]) of its data, "
                    + "which has \(end - start)")
        }
        var size = type.width
        for side in shape {
            let (product, overflow) = size.multipliedReportingOverflow(by: side)
            guard side >= 0, !overflow else {
                throw CheckpointError("claims an impossible shape \(shape) for \(name)")
            }
            size = product
        }
        guard size == offsets[1] - offsets[0] else {
            throw CheckpointError(
                "gives \(name) \(offsets[1] - offsets[0]) bytes, its shape \(shape) needs \(size)")
        }
        return Entry(type: type, shape: shape, bytes: start + offsets[0]..<start + offsets[1])
    }

    private static func refuseOverlaps(_ entries: [String: Entry]) throws(CheckpointError) {
        let sorted = entries.filter { !$0.value.bytes.isEmpty }
            .sorted { $0.value.bytes.lowerBound < $1.value.bytes.lowerBound }
        for (left, right) in zip(sorted, sorted.dropFirst())
        where left.value.bytes.upperBound > right.value.bytes.lowerBound {
            throw CheckpointError("places \(left.key) and \(right.key) at the same bytes")
        }
    }
}

/// One value of the header. `__metadata__` is an object of strings, so nothing is required here.
private struct HeaderValue: Decodable {
    var dtype: String?
    var shape: [Int]?
    var offsets: [Int]?

    enum CodingKeys: String, CodingKey {
        case dtype
        case shape
        case offsets = "data_offsets"
    }

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        dtype = try? values.decode(String.self, forKey: .dtype)
        shape = try? values.decode([Int].self, forKey: .shape)
        offsets = try? values.decode([Int].self, forKey: .offsets)
    }
}
