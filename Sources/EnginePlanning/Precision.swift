/// How the weights of the layers' products are kept.
public enum WeightPrecision: String, CaseIterable, Sendable {
    /// As the model has them: bfloat16.
    case none
    case fp8

    var bytes: Int { self == .none ? 2 : 1 }
}

/// How keys and values are kept.
public enum CachePrecision: String, CaseIterable, Sendable {
    /// As the model computes: bfloat16.
    case auto
    case fp8

    var bytes: Int { self == .auto ? 2 : 1 }
}
