import Foundation

/// The tensors of a trained SNAC, by the reference implementation's names.
public struct Checkpoint {
    private let file: Safetensors
    private let name: String

    /// Reads `model.safetensors` of a model folder.
    /// - Throws: ``CheckpointError``.
    public static func load(_ folder: URL) throws(CheckpointError) -> Checkpoint {
        let file = folder.appendingPathComponent("model.safetensors")
        if !FileManager.default.fileExists(atPath: file.path),
            FileManager.default.fileExists(
                atPath: folder.appendingPathComponent("pytorch_model.bin").path)
        {
            throw CheckpointError(
                "\(folder.path) holds pytorch_model.bin, which is not read: convert it to "
                    + "model.safetensors with safetensors.torch.save_file(torch.load("
                    + "\"pytorch_model.bin\", weights_only=True), \"model.safetensors\")")
        }
        return try Checkpoint(name: file.lastPathComponent, FileReader.read(file, limit: 1 << 30))
    }

    /// The bytes of a safetensors file. `name` opens the sentences of errors.
    /// - Throws: ``CheckpointError``.
    public init(name: String = "model.safetensors", _ data: Data) throws(CheckpointError) {
        self.name = name
        do {
            file = try Safetensors(data)
        } catch {
            throw CheckpointError("\(name) \(error.description)")
        }
    }

    /// A tensor of that shape. The shape is the network's, so no size comes from the file.
    package func tensor(_ key: String, _ shape: [Int]) throws(CheckpointError) -> Tensor {
        guard let entry = file.entries[key] else {
            throw CheckpointError(
                "\(name) has no tensor \(key): it is no SNAC of this configuration")
        }
        guard entry.shape == shape else {
            throw CheckpointError(
                "\(name) holds \(key) with shape \(entry.shape); the configuration says \(shape)")
        }
        let values = file.values(entry)
        guard values.allSatisfy(\.isFinite) else {
            throw CheckpointError("\(name) holds a value in \(key) that is no finite number")
        }
        return Tensor(shape: shape, values: values)
    }

    /// The weight of a layer with weight norm, `direction * magnitude / |direction|`, where the
    /// norm runs over all dimensions but the first. Both spellings of PyTorch are met in the wild,
    /// and files whose norm was folded in.
    func weight(_ layer: String, _ shape: [Int]) throws(CheckpointError) -> Tensor {
        let spellings = [
            ("parametrizations.weight.original0", "parametrizations.weight.original1"),
            ("weight_g", "weight_v"),
        ]
        for (magnitude, direction) in spellings where file.entries["\(layer).\(direction)"] != nil {
            let ones = [Int](repeating: 1, count: shape.count - 1)
            return Self.normalise(
                try tensor("\(layer).\(direction)", shape),
                to: try tensor("\(layer).\(magnitude)", [shape[0]] + ones))
        }
        return try tensor("\(layer).weight", shape)
    }

    private static func normalise(_ direction: Tensor, to magnitude: Tensor) -> Tensor {
        var result = direction
        let length = direction.values.count / direction.shape[0]
        for row in 0..<direction.shape[0] {
            let range = row * length..<(row + 1) * length
            let square = direction.values[range].reduce(0.0) { $0 + Double($1) * Double($1) }
            // A row of zeros stays zero, whatever its magnitude.
            let scale = square > 0 ? Double(magnitude.values[row]) / square.squareRoot() : 0
            for index in range {
                result.values[index] = Float(Double(result.values[index]) * scale)
            }
        }
        return result
    }
}
