import Orpheus

/// How far a generation has come.
public struct GenerationProgress: Hashable, Sendable {
    /// Whole frames handed out.
    public var frames = 0
    /// Codes after them that make no whole frame yet. With the frames they are what a resumed
    /// stream has to begin with, see ``GenerationRequest/pending``.
    public var pending: [UInt16] = []
    /// True when the first four of ``pending`` were handed out, as a frame's first half.
    public var isFirstHalfOut = false
    /// Tokens the server generated, the end of speech included.
    public var tokens = 0
    /// Tokens that fitted into no frame: of the wrong slot, or no audio at all.
    public var dropped = 0
    /// Frames that were broken off after their first half, and completed by it.
    public var repeated = 0

    public init() {}
}

/// How a generation ended well.
public struct GenerationEnd: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The model said that all is spoken.
        case endOfSpeech
        /// The token limit was reached; speech may be cut.
        case limit
    }

    public let reason: Reason
    public let progress: GenerationProgress

    public init(reason: Reason, progress: GenerationProgress) {
        self.reason = reason
        self.progress = progress
    }
}

/// What a ``GenerationSession`` hands out.
public enum GenerationEvent: Hashable, Sendable {
    /// The codes that have arrived, at least some. All events together hold whole frames, and each
    /// event does unless the request asks for halves: then some end after a frame's fourth code.
    case codes([UInt16])
    /// The last event, exactly once, unless the session throws.
    case end(GenerationEnd)
}
