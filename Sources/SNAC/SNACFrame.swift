/// The codes of 2048 samples, 85.33 ms: one of the coarse codebook, two of the middle one and four
/// of the fine one.
public struct SNACFrame: Hashable, Sendable {
    /// Samples a frame decodes to.
    public static let samples = 2048
    /// Latent steps of a frame.
    public static let latentSteps = 4
    /// Samples of a latent step.
    public static let samplesPerStep = 512
    /// Frames to the left of a frame that reach into its samples: a stream restarted with this many
    /// goes on bit for bit.
    public static let context = 3

    /// One code, for four latent steps.
    public var level0: UInt16
    /// Two codes, each for two latent steps.
    public var level1: (UInt16, UInt16)
    /// Four codes, one a latent step.
    public var level2: (UInt16, UInt16, UInt16, UInt16)

    public init(
        level0: UInt16, level1: (UInt16, UInt16), level2: (UInt16, UInt16, UInt16, UInt16)
    ) {
        self.level0 = level0
        self.level1 = level1
        self.level2 = level2
    }

    /// The frame of one, two and four codes, coarse to fine; nil where there are others.
    public init?(levels: [[UInt16]]) {
        guard levels.map(\.count) == [1, 2, 4] else { return nil }
        let (middle, fine) = (levels[1], levels[2])
        self.init(
            level0: levels[0][0], level1: (middle[0], middle[1]),
            level2: (fine[0], fine[1], fine[2], fine[3]))
    }

    /// One, two and four codes, coarse to fine.
    public var levels: [[UInt16]] {
        [[level0], [level1.0, level1.1], [level2.0, level2.1, level2.2, level2.3]]
    }

    /// The seven codes, level after level.
    public var codes: [UInt16] {
        [level0, level1.0, level1.1, level2.0, level2.1, level2.2, level2.3]
    }

    public static func == (a: SNACFrame, b: SNACFrame) -> Bool {
        a.level0 == b.level0 && a.level1 == b.level1 && a.level2 == b.level2
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(codes)
    }
}
