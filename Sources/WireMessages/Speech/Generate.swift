import CLyreProto
import LyreRPC

/// Tokens/Generate, to the server: a prompt.
public struct GenerateRequest: Hashable, ProtobufMessage {
    public var voice: String
    /// Spoken text, without special tokens.
    public var text: String
    public var seed: UInt64
    public var sampling: SamplingOptions
    /// Frames spoken already; generation goes on behind them. With ``halfFrames`` they may end after
    /// a frame's fourth code.
    public var spoken: CodeFrames
    /// 0: a limit that follows from the text's length.
    public var tokenLimit: UInt32
    /// Send the first frames in halves, each as soon as its codes are known.
    public var halfFrames: Bool

    public init(
        voice: String, text: String, seed: UInt64 = 0,
        sampling: SamplingOptions = SamplingOptions(), spoken: CodeFrames = CodeFrames(),
        tokenLimit: UInt32 = 0, halfFrames: Bool = false
    ) {
        self.voice = voice
        self.text = text
        self.seed = seed
        self.sampling = sampling
        self.spoken = spoken
        self.tokenLimit = tokenLimit
        self.halfFrames = halfFrames
    }

    typealias C = Lyre__Speech__V1__GenerateRequest
    public static var schemaName: String { "lyre.speech.v1.GenerateRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__generate_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__generate_request__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            voice: try String(checking: c.voice, "voice"), text: try String(checking: c.text, "text"),
            seed: c.seed,
            sampling: try c.sampling.map { c throws(RPCError) in
                try SamplingOptions(reading: c.pointee)
            } ?? SamplingOptions(),
            spoken: try c.spoken.map { c throws(RPCError) in try CodeFrames(reading: c.pointee) }
                ?? CodeFrames(),
            tokenLimit: c.token_limit, halfFrames: c.half_frames != 0)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.voice = arena.string(voice)
        c.text = arena.string(text)
        c.seed = seed
        c.sampling = arena.message(sampling)
        if !spoken.codes.isEmpty { c.spoken = arena.message(spoken) }
        c.token_limit = tokenLimit
        c.half_frames = halfFrames ? 1 : 0
    }
}

/// Tokens/Generate, from the server: frames as they come, then how it ended.
public enum GenerateReply: Hashable, ProtobufMessage {
    case frames(CodeFrames)
    case end(GenerateEnd)

    typealias C = Lyre__Speech__V1__GenerateReply
    public static var schemaName: String { "lyre.speech.v1.GenerateReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__generate_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__generate_reply__unpack }

    init(reading c: C) throws(RPCError) {
        switch c.part_case {
        case LYRE__SPEECH__V1__GENERATE_REPLY__PART_FRAMES:
            self = .frames(try CodeFrames(reading: c.frames.pointee))
        case LYRE__SPEECH__V1__GENERATE_REPLY__PART_END:
            self = .end(try GenerateEnd(reading: c.end.pointee))
        default: throw .emptyPart(Self.schemaName)
        }
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        switch self {
        case .frames(let frames):
            c.part_case = LYRE__SPEECH__V1__GENERATE_REPLY__PART_FRAMES
            c.frames = arena.message(frames)
        case .end(let end):
            c.part_case = LYRE__SPEECH__V1__GENERATE_REPLY__PART_END
            c.end = arena.message(end)
        }
    }
}

/// How a generation ended.
public struct GenerateEnd: Hashable, ProtobufMessage {
    /// True when the token limit cut it; false at the model's end of speech.
    public var limitReached: Bool
    public var tokens: UInt32
    /// Tokens that were no code of the slot due.
    public var droppedTokens: UInt32
    /// From the request to the model's first token.
    public var firstTokenMicroseconds: UInt64

    public init(
        limitReached: Bool, tokens: UInt32, droppedTokens: UInt32, firstTokenMicroseconds: UInt64
    ) {
        self.limitReached = limitReached
        self.tokens = tokens
        self.droppedTokens = droppedTokens
        self.firstTokenMicroseconds = firstTokenMicroseconds
    }

    typealias C = Lyre__Speech__V1__GenerateEnd
    public static var schemaName: String { "lyre.speech.v1.GenerateEnd" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__generate_end__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__generate_end__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            limitReached: c.reason == LYRE__SPEECH__V1__GENERATE_END__REASON__TOKEN_LIMIT,
            tokens: c.tokens, droppedTokens: c.dropped_tokens,
            firstTokenMicroseconds: c.first_token_us)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.reason =
            limitReached
            ? LYRE__SPEECH__V1__GENERATE_END__REASON__TOKEN_LIMIT
            : LYRE__SPEECH__V1__GENERATE_END__REASON__END_OF_SPEECH
        c.tokens = tokens
        c.dropped_tokens = droppedTokens
        c.first_token_us = firstTokenMicroseconds
    }
}
