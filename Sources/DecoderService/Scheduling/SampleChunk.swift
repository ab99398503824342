import PCMAudio

/// Samples on their way to a listener.
struct SampleChunk: Hashable, Sendable {
    let count: Int
    /// In the format that the listener asked for: what waits to be sent is kept once.
    let bytes: [UInt8]

    init(_ samples: UnsafeBufferPointer<Float>, format: WAVFormat) {
        count = samples.count
        bytes = format.bytes(samples)
    }
}
