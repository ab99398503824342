import Foundation
import SNAC
import TestSupport

/// Weights of the full 24 kHz configuration that follow from integer arithmetic, here and in
/// tools/reference-vectors/full.py: 79 MB that are in no file.
enum FullWeights {
    static let configuration = SNACConfiguration.public24kHz

    static func checkpoint() throws -> Checkpoint {
        let weights = configuration.weights.map { (key: $0.key, shape: $0.shape, isWeight: true) }
        let others = configuration.tensors.map { (key: $0.key, shape: $0.shape, isWeight: false) }
        var header: [String: [String: Any]] = [:]
        var data = Data(capacity: 80 << 20)
        func append(_ key: String, _ shape: [Int], _ values: [Float]) {
            let start = data.count
            values.withUnsafeBytes { data.append(contentsOf: $0) }
            header[key] = ["dtype": "F32", "shape": shape, "data_offsets": [start, data.count]]
        }
        for (index, entry) in (weights + others).sorted(by: { $0.key < $1.key }).enumerated() {
            let count = entry.shape.reduce(1, *)
            let values = values(entry.key, index: index, count: count)
            guard entry.isWeight else {
                append(entry.key, entry.shape, values)
                continue
            }
            let ones = [Int](repeating: 1, count: entry.shape.count - 1)
            let gains = [Float](repeating: gain(entry.key), count: entry.shape[0])
            append("\(entry.key).weight_g", [entry.shape[0]] + ones, gains)
            append("\(entry.key).weight_v", entry.shape, values)
        }
        return try Checkpoint(SafetensorsBuilder.join(header, data))
    }

    private static func values(_ key: String, index: Int, count: Int) -> [Float] {
        var source = SeededGenerator(seed: UInt64(index) << 40)
        let isAlpha = key.hasSuffix("alpha")
        let scale: Float = key.hasSuffix("bias") ? 0x1p-18 : 0x1p-15
        return (0..<count).map { _ in
            let word = source.next()
            if isAlpha { return Float(word >> 48) * 0x1p-16 + 0.5 }
            // The sum of its four quarters is nearly normal.
            let quarters = [0, 16, 32, 48].map { Int(word >> $0 & 0xFFFF) }
            return Float(quarters[0] + quarters[1] + quarters[2] + quarters[3] - 1 << 17) * scale
        }
    }

    /// What keeps activations from layer to layer, and samples where tanh is not flat.
    private static func gain(_ key: String) -> Float {
        let parts = key.split(separator: ".")
        if parts.starts(with: ["decoder", "model"]), let place = Int(parts[2]) {
            if place == 7 { return 0.0625 }
            if parts.count == 5, key.hasSuffix(".block.1") { return [2, 2, 1.5, 1][place - 2] }
        }
        if key.hasSuffix("linear") { return 0.125 }
        return key.hasSuffix(".block.3") ? 0.375 : 1
    }
}
