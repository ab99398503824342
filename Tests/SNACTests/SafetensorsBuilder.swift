import Foundation

/// Safetensors files for tests, right and wrong ones.
enum SafetensorsBuilder {
    /// A file of that header text and as many data bytes.
    static func file(header: String, data: Int, claimed: UInt64? = nil) -> Data {
        var length = (claimed ?? UInt64(header.utf8.count)).littleEndian
        return Data(bytes: &length, count: 8) + Data(header.utf8) + Data(count: data)
    }

    /// The header of a file, and what follows it.
    static func split(_ file: Data) throws -> (header: [String: Any], data: Data) {
        let length = Int(file.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        let header = try JSONSerialization.jsonObject(with: file.subdata(in: 8..<8 + length))
        return (header as! [String: Any], file.subdata(in: 8 + length..<file.count))
    }

    static func join(_ header: [String: Any], _ data: Data) throws -> Data {
        let json = try JSONSerialization.data(withJSONObject: header)
        var length = UInt64(json.count).littleEndian
        return Data(bytes: &length, count: 8) + json + data
    }

    /// Tensors of these shapes whose values are all zero.
    static func zeros(_ shapes: [String: [Int]]) throws -> Data {
        var end = 0
        let header = shapes.mapValues { shape -> [String: Any] in
            let start = end
            end += 4 * shape.reduce(1, *)
            return ["dtype": "F32", "shape": shape, "data_offsets": [start, end]]
        }
        return try join(header, Data(count: end))
    }

    /// The same tensors as another type: every half-precision value in four bytes.
    static func widened(_ file: Data) throws -> Data {
        let (header, data) = try split(file)
        var result: [String: Any] = [:]
        for (name, value) in header where name != "__metadata__" {
            var entry = value as! [String: Any]
            let offsets = (entry["data_offsets"] as! [NSNumber]).map(\.intValue)
            entry["dtype"] = "F32"
            entry["data_offsets"] = offsets.map { $0 * 2 }
            result[name] = entry
        }
        var wide = Data(capacity: data.count * 2)
        for index in stride(from: 0, to: data.count, by: 2) {
            let low = data.startIndex + index
            let half = UInt16(data[low]) | UInt16(data[low + 1]) << 8
            withUnsafeBytes(of: float(half).bitPattern.littleEndian) { wide.append(contentsOf: $0) }
        }
        return try join(result, wide)
    }

    /// IEEE half precision by its definition.
    private static func float(_ half: UInt16) -> Float {
        let exponent = Int(half >> 10 & 31)
        let fraction = Float(half & 1023) / 1024
        let magnitude =
            exponent == 0
            ? Float(sign: .plus, exponent: -14, significand: 1) * fraction
            : Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
        return half >> 15 == 0 ? magnitude : -magnitude
    }
}
