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
    /// Where requests wait for a model server, higher ones go first.
    public var priority: Int32

    public init(
        voice: String, text: String, seed: UInt64 = 0,
        sampling: SamplingOptions = SamplingOptions(), spoken: CodeFrames = CodeFrames(),
        tokenLimit: UInt32 = 0, halfFrames: Bool = false, priority: Int32 = 0
    ) {
        self.voice = voice
        self.text = text
        self.seed = seed
        self.sampling = sampling
        self.spoken = spoken
        self.tokenLimit = tokenLimit
        self.halfFrames = halfFrames
        self.priority = priority
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
            tokenLimit: c.token_limit, halfFrames: c.half_frames != 0, priority: c.priority)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.voice = arena.string(voice)
        c.text = arena.string(text)
        c.seed = seed
        c.sampling = arena.message(sampling)
        if !spoken.codes.isEmpty { c.spoken = arena.message(spoken) }
        c.token_limit = tokenLimit
        c.half_frames = halfFrames ? 1 : 0
        c.priority = priority
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
    public enum Reason: Hashable, Sendable, CaseIterable {
        case endOfSpeech
        case tokenLimit
        /// The model looped or fell silent, and was stopped.
        case cutShort
    }

    public var reason: Reason
    public var tokens: UInt32
    /// Tokens that were no code of the slot due.
    public var droppedTokens: UInt32
    /// From the request to the model's first token.
    public var firstTokenMicroseconds: UInt64
    /// How often another model server went on where one had failed.
    public var resumes: UInt32
    /// How often it was begun again with another seed, before any frame was sent.
    public var rolls: UInt32

    public init(
        reason: Reason, tokens: UInt32, droppedTokens: UInt32, firstTokenMicroseconds: UInt64,
        resumes: UInt32 = 0, rolls: UInt32 = 0
    ) {
        self.reason = reason
        self.tokens = tokens
        self.droppedTokens = droppedTokens
        self.firstTokenMicroseconds = firstTokenMicroseconds
        self.resumes = resumes
        self.rolls = rolls
    }

    typealias C = Lyre__Speech__V1__GenerateEnd
    public static var schemaName: String { "lyre.speech.v1.GenerateEnd" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__generate_end__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__generate_end__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            reason: Reason(c.reason), tokens: c.tokens, droppedTokens: c.dropped_tokens,
            firstTokenMicroseconds: c.first_token_us, resumes: c.resumes, rolls: c.rolls)
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.reason = reason.c
        c.tokens = tokens
        c.dropped_tokens = droppedTokens
        c.first_token_us = firstTokenMicroseconds
        c.resumes = resumes
        c.rolls = rolls
    }
}

extension GenerateEnd.Reason {
    fileprivate typealias C = Lyre__Speech__V1__GenerateEnd__Reason

    /// A reason that is not known here did not come from the model's end of speech.
    fileprivate init(_ c: C) {
        self =
            switch c {
            case LYRE__SPEECH__V1__GENERATE_END__REASON__END_OF_SPEECH: .endOfSpeech
            case LYRE__SPEECH__V1__GENERATE_END__REASON__TOKEN_LIMIT: .tokenLimit
            default: .cutShort
            }
    }

    fileprivate var c: C {
        switch self {
        case .endOfSpeech: LYRE__SPEECH__V1__GENERATE_END__REASON__END_OF_SPEECH
        case .tokenLimit: LYRE__SPEECH__V1__GENERATE_END__REASON__TOKEN_LIMIT
        case .cutShort: LYRE__SPEECH__V1__GENERATE_END__REASON__CUT_SHORT
        }
    }
}
