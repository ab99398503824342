/// One stream's part of a batch.
public struct DecoderWork<Stream> {
    public var stream: Stream
    /// What follows the codes that the stream has had.
    public var codes: [HalfFrame]
    /// Whether the utterance ends behind them: the step brings all samples that are missing.
    public var isLast: Bool

    public init(stream: Stream, codes: [HalfFrame], isLast: Bool = false) {
        self.stream = stream
        self.codes = codes
        self.isLast = isLast
    }
}

extension DecoderWork: Sendable where Stream: Sendable {}
