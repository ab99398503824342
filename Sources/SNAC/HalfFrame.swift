/// The codes of two latent steps, 1024 samples, 42.67 ms. A frame is two of them, of one code of
/// the coarse codebook; in the order of tokens the first is known with the frame's fourth token,
/// the second with its seventh.
public struct HalfFrame: Hashable, Sendable {
    /// Latent steps of a half frame.
    public static let latentSteps = 2
    public static let samples = 1024

    /// The code that both halves of a frame share.
    public var level0: UInt16
    /// One code, for both latent steps.
    public var level1: UInt16
    /// A code for each latent step.
    public var level2: (UInt16, UInt16)

    public init(level0: UInt16, level1: UInt16, level2: (UInt16, UInt16)) {
        self.level0 = level0
        self.level1 = level1
        self.level2 = level2
    }

    var codes: [UInt16] { [level0, level1, level2.0, level2.1] }

    public static func == (a: HalfFrame, b: HalfFrame) -> Bool {
        a.level0 == b.level0 && a.level1 == b.level1 && a.level2 == b.level2
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(codes) }
}

extension SNACFrame {
    /// The frame's halves, in the order of time.
    public var halves: [HalfFrame] {
        [
            HalfFrame(level0: level0, level1: level1.0, level2: (level2.0, level2.1)),
            HalfFrame(level0: level0, level1: level1.1, level2: (level2.2, level2.3)),
        ]
    }
}

extension [HalfFrame] {
    /// - Throws: ``SNACError/codeOutOfRange(code:codebookSize:frame:)``; frames count from `first`,
    ///   which begins with half frame `half` (0 or 1).
    package func validate(codebookSize: Int, first: Int, half: Int = 0) throws(SNACError) {
        // Sixteen bits cannot leave a codebook that has a vector for each.
        guard codebookSize <= UInt16.max else { return }
        let limit = UInt16(codebookSize)
        for (index, part) in enumerated() {
            for code in part.codes where code >= limit {
                throw .codeOutOfRange(
                    code: Int(code), codebookSize: codebookSize, frame: first + (half + index) / 2)
            }
        }
    }
}
