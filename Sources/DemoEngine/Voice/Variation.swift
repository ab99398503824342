/// What a seed changes in the way a text is spoken, small enough that nobody mishears it.
struct Variation: Hashable, Sendable {
    /// Durations are multiplied by it: 0.97...1.03.
    let stretch: Float
    /// The mean pitch is multiplied by it: 0.97...1.03.
    let pitch: Float

    /// Seed 0 changes nothing.
    init(seed: Int64) {
        guard seed != 0 else { (stretch, pitch) = (1, 1); return }
        // SplitMix64's mixing, so that neighbouring seeds differ well.
        var z = UInt64(bitPattern: seed) &+ 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        z ^= z >> 31
        func factor(_ bits: UInt64) -> Float { 0.97 + 0.06 * Float(bits & 0xffff) / 0xffff }
        (stretch, pitch) = (factor(z), factor(z >> 32))
    }
}
