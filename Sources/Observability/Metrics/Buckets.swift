/// Upper bounds of a histogram's buckets, rising; infinity is understood.
public struct Buckets: Hashable, Sendable {
    public let bounds: [Double]

    /// - Parameter bounds: finite, strictly rising, at least one.
    public init(_ bounds: [Double]) {
        precondition(!bounds.isEmpty && bounds.allSatisfy(\.isFinite), "buckets need finite bounds")
        precondition(zip(bounds, bounds.dropFirst()).allSatisfy(<), "bucket bounds must rise")
        self.bounds = bounds
    }

    /// Durations in seconds: from a local call's 50 us, closest around the 85.3 ms of a frame.
    public static let frameSeconds = Buckets([
        0.00005, 0.0001, 0.00025, 0.001, 0.005, 0.01, 0.0213, 0.0427, 0.064, 0.0853, 0.1067, 0.128,
        0.1707, 0.256, 0.3413, 0.6827, 1.3653, 2.7307, 5.4613, 10.923, 30,
    ])
    /// Sizes in bytes, 256 B to 16 MiB.
    public static let bytes = Buckets((4...12).map { Double(1 << (2 * $0)) })
    /// Numbers of things, 1 to 4096.
    public static let counts = Buckets((0...12).map { Double(1 << $0) })

    /// What a name's unit suggests: ``frameSeconds``, ``bytes`` or ``counts``.
    public static func standard(for label: String) -> Buckets {
        if label.hasSuffix("_seconds") { return .frameSeconds }
        if label.hasSuffix("_bytes") { return .bytes }
        return .counts
    }
}
