extension PickleFunction {
    /// Does what PyTorch's function does, for the arguments that a state dictionary gives it.
    func callAsFunction(_ arguments: [PickleValue]) throws(CheckpointError) -> PickleValue {
        switch self {
        case .orderedDictionary:
            guard arguments.isEmpty else { throw oddArguments }
            return .dictionary(PickledDictionary())
        case .rebuildTensor:
            // Storage, offset, shape, strides, requires_grad, hooks.
            guard arguments.count == 6, case .storage(let storage) = arguments[0],
                case .integer(let offset) = arguments[1],
                case .tuple(let shape) = arguments[2], case .tuple(let strides) = arguments[3],
                case .bool = arguments[4], arguments[5].isEmptyDictionary
            else { throw oddArguments }
            return .tensor(
                PickledTensor(
                    storage: storage, offset: offset, shape: try integers(shape),
                    strides: try integers(strides)))
        case .rebuildParameter:
            // Tensor, requires_grad, hooks.
            guard arguments.count == 3, case .tensor = arguments[0], case .bool = arguments[1],
                arguments[2].isEmptyDictionary
            else { throw oddArguments }
            return arguments[0]
        }
    }

    private func integers(_ values: [PickleValue]) throws(CheckpointError) -> [Int] {
        var result: [Int] = []
        for value in values {
            guard case .integer(let integer) = value else { throw oddArguments }
            result.append(integer)
        }
        return result
    }

    private var oddArguments: CheckpointError {
        CheckpointError("calls \(rawValue) with arguments that torch.save does not write: refused")
    }
}

extension PickledStorage {
    /// What PyTorch writes in a storage's place: `("storage", type, key, device, count)`.
    init(_ id: PickleValue) throws(CheckpointError) {
        guard case .tuple(let parts) = id, parts.count == 5, case .text("storage") = parts[0],
            case .storageType(let type) = parts[1], case .text(let key) = parts[2],
            case .text = parts[3], case .integer(let count) = parts[4]
        else {
            throw CheckpointError("refers to a storage as torch.save does not: refused")
        }
        self.init(key: key, type: type, count: count)
    }
}

extension TensorType {
    /// The type of the values of a storage, by the name of its class.
    init?(storage: String) {
        switch storage {
        case "torch.DoubleStorage": self = .float64
        case "torch.FloatStorage": self = .float32
        case "torch.HalfStorage": self = .float16
        case "torch.BFloat16Storage": self = .bfloat16
        default: return nil
        }
    }
}

extension PickleValue {
    fileprivate var isEmptyDictionary: Bool {
        if case .dictionary(let dictionary) = self { dictionary.isEmpty } else { false }
    }
}
