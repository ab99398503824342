import Foundation

/// The tensors of a trained SNAC, by the reference implementation's names.
///
/// The network's shapes decide what is read: whatever else a file claims or holds takes no memory.
public struct Checkpoint {
    private let file: TensorFile
    private let name: String

    /// Opens the weights of a model folder as the hub has it: `model.safetensors`, or else
    /// `pytorch_model.bin`. Values are read when a network asks for them.
    /// - Throws: ``CheckpointError``.
    public static func load(_ folder: URL) throws(CheckpointError) -> Checkpoint {
        let files = ["model.safetensors", "pytorch_model.bin"].map(folder.appendingPathComponent)
        guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) })
        else {
            throw CheckpointError(
                "there is no \(files[0].path) and no \(files[1].lastPathComponent)")
        }
        return try Checkpoint(name: file.lastPathComponent, source: try FileSource(file))
    }

    /// The bytes of a file: PyTorch's where `name` ends with `.bin`, else safetensors. `name` opens
    /// the sentences of errors.
    /// - Throws: ``CheckpointError``.
    public init(name: String = "model.safetensors", _ data: Data) throws(CheckpointError) {
        try self.init(name: name, source: MemorySource(data))
    }

    private init(name: String, source: any ByteSource) throws(CheckpointError) {
        self.name = name
        do {
            file = try TensorFile(name: name, source)
        } catch {
            throw CheckpointError("\(name) \(error.description)")
        }
    }

    /// What the file says of its tensors.
    package var entries: [String: TensorEntry] { file.entries }

    /// A tensor of that shape. The shape is the network's, so no size comes from the file.
    package func tensor(_ key: String, _ shape: [Int]) throws(CheckpointError) -> Tensor {
        let entry = try entry(key, shape)
        let values: [Float]
        do {
            values = try file.values(entry)
        } catch {
            throw CheckpointError("\(name) \(error.description)")
        }
        guard values.allSatisfy(\.isFinite) else {
            throw CheckpointError("\(name) holds a value in \(key) that is no finite number")
        }
        return Tensor(shape: shape, values: values)
    }

    /// The weight of a layer with weight norm, `direction * magnitude / |direction|`, where the
    /// norm runs over all dimensions but the first.
    package func weight(_ layer: String, _ shape: [Int]) throws(CheckpointError) -> Tensor {
        let parts = parts(ofWeight: layer, shape)
        guard parts.count == 2 else { return try tensor(parts[0].key, parts[0].shape) }
        var weight = try tensor(parts[1].key, parts[1].shape)
        Self.scale(&weight, to: try tensor(parts[0].key, parts[0].shape))
        return weight
    }

    /// Holds names and shapes against what a network of that configuration reads, without reading
    /// a value: a file of another network is refused before memory is taken for this one.
    package func verify(_ configuration: SNACConfiguration) throws(CheckpointError) {
        for (key, shape) in configuration.tensors {
            _ = try entry(key, shape)
        }
        for (layer, shape) in configuration.weights {
            for part in parts(ofWeight: layer, shape) { _ = try entry(part.key, part.shape) }
        }
    }

    private func entry(_ key: String, _ shape: [Int]) throws(CheckpointError) -> TensorEntry {
        guard let entry = file.entries[key] else {
            throw CheckpointError(
                "\(name) has no tensor \(key): it is no SNAC of this configuration")
        }
        guard entry.shape == shape else {
            throw CheckpointError(
                "\(name) holds \(key) with shape \(entry.shape); the configuration says \(shape)")
        }
        return entry
    }

    /// The tensors that make a layer's weight: magnitude and direction, or the weight itself. Both
    /// spellings of PyTorch are met in the wild, and files whose norm was folded in.
    private func parts(ofWeight layer: String, _ shape: [Int]) -> [(key: String, shape: [Int])] {
        let spellings = [
            ("parametrizations.weight.original0", "parametrizations.weight.original1"),
            ("weight_g", "weight_v"),
        ]
        for (magnitude, direction) in spellings where file.entries["\(layer).\(direction)"] != nil {
            let ones = [Int](repeating: 1, count: shape.count - 1)
            return [("\(layer).\(magnitude)", [shape[0]] + ones), ("\(layer).\(direction)", shape)]
        }
        return [("\(layer).weight", shape)]
    }

    private static func scale(_ direction: inout Tensor, to magnitude: Tensor) {
        let length = direction.values.count / direction.shape[0]
        for row in 0..<direction.shape[0] {
            let range = row * length..<(row + 1) * length
            let square = direction.values[range].reduce(0.0) { $0 + Double($1) * Double($1) }
            // A row of zeros stays zero, whatever its magnitude.
            let scale = square > 0 ? Double(magnitude.values[row]) / square.squareRoot() : 0
            for index in range {
                direction.values[index] = Float(Double(direction.values[index]) * scale)
            }
        }
    }
}
