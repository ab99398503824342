/// What a pickle may build: tensors, and what describes them.
enum PickleValue {
    case bool(Bool)
    case integer(Int)
    case text(String)
    case tuple([PickleValue])
    case function(PickleFunction)
    case storageType(TensorType)
    case storage(PickledStorage)
    case tensor(PickledTensor)
    case dictionary(PickledDictionary)
}

/// The functions that PyTorch calls to build tensors. They are names here, not code.
enum PickleFunction: String {
    case orderedDictionary = "collections.OrderedDict"
    case rebuildTensor = "torch._utils._rebuild_tensor_v2"
    case rebuildParameter = "torch._utils._rebuild_parameter"
}

/// Values that lie in an entry of their own beside the pickle.
struct PickledStorage: Equatable {
    var key: String
    var type: TensorType
    var count: Int
}

/// A view of a storage, in values; nothing of it is checked yet.
struct PickledTensor: Equatable {
    var storage: PickledStorage
    var offset: Int
    var shape: [Int]
    var strides: [Int]
}

/// The tensors of a dictionary. Other values are dropped, so that no dictionary holds another.
struct PickledDictionary {
    var tensors: [String: PickledTensor] = [:]
    /// The first name whose value is no tensor.
    var other: String?

    var isEmpty: Bool { tensors.isEmpty && other == nil }
}
