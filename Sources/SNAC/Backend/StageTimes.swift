/// Where the time of a step went, in nanoseconds.
public struct StageTimes: Hashable, Sendable {
    /// Codes to latents.
    public var features: UInt64
    /// Latents to samples.
    public var vocoder: UInt64

    public init(features: UInt64, vocoder: UInt64) {
        self.features = features
        self.vocoder = vocoder
    }
}
