import Foundation
import SNAC

/// A SNAC model folder with random weights: as much work as trained ones, and the sound is noise.
///
/// The same configuration and seed give the same files.
package enum RandomModel {
    /// Writes `config.json` and `model.safetensors` (79 MB in the public configuration) into a
    /// folder that is there.
    /// - Throws: What writing throws.
    package static func write(
        _ configuration: SNACConfiguration, seed: UInt64, to folder: URL
    ) throws {
        try JSONEncoder().encode(configuration)
            .write(to: folder.appendingPathComponent("config.json"))
        try checkpoint(configuration, seed: seed)
            .write(to: folder.appendingPathComponent("model.safetensors"))
    }

    /// A model folder of the public 24 kHz configuration for as long as `body` runs.
    package static func withFolder<Value>(
        seed: UInt64 = 0, _ body: (URL) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-model-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(.public24kHz, seed: seed, to: folder)
        return try await body(folder)
    }

    /// The bytes of a safetensors file.
    static func checkpoint(_ configuration: SNACConfiguration, seed: UInt64) throws -> Data {
        let tensors = NetworkTensors(configuration).entries
        var header: [String: HeaderEntry] = [:]
        var end = 0
        for tensor in tensors {
            let start = end
            end += 4 * tensor.count
            header[tensor.name] = HeaderEntry(
                dtype: "F32", shape: tensor.shape, offsets: [start, end])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = try encoder.encode(header)
        var data = Data(capacity: 8 + json.count + end)
        withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
        data.append(json)
        var draws = GaussianGenerator(seed: seed)
        for tensor in tensors { append(tensor, to: &data, &draws) }
        return data
    }

    private static func append(
        _ tensor: NetworkTensors.Entry, to data: inout Data, _ draws: inout GaussianGenerator
    ) {
        let bits = [UInt32](unsafeUninitializedCapacity: tensor.count) { buffer, filled in
            for index in 0..<tensor.count {
                let value =
                    switch tensor.content {
                    case .normal: draws.next()
                    case .uniform(let bound): draws.uniform(bound)
                    case .constant(let value): value
                    }
                buffer[index] = value.bitPattern.littleEndian
            }
            filled = tensor.count
        }
        bits.withUnsafeBytes { data.append(contentsOf: $0) }
    }
}

/// A tensor in the header of a safetensors file.
private struct HeaderEntry: Encodable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
        case dtype
        case shape
        case offsets = "data_offsets"
    }
}
