/// A stream between two steps, as values that any process can keep or send: about 0.5 MB in the
/// public configuration.
public struct StreamSnapshot: Hashable, Sendable, Codable {
    /// The arithmetic that has to go on with it, such as `cpu avx512`.
    public var backend: String
    /// What the layers remember, in the backend's order.
    public var caches: [Float]
    /// Latent steps so far, counted from the utterance's first.
    public var steps: Int
    /// The first sample that is the stream's to give.
    public var firstSample: Int
    /// The seed of its noise; nil where it has none.
    public var seed: UInt64?
    /// Codes that are known and not decoded yet, level 0, 1, 2, 2 of each half frame.
    public var pending: [UInt16]
    public var isFinished: Bool
}
