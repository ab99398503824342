import CLyreProto
import LyreRPC

/// Decoder/Decode, to the server: a start, or the defaults, then frames.
public enum DecodeRequest: Hashable, ProtobufMessage {
    case start(DecodeStart)
    case frames(CodeFrames)

    typealias C = Lyre__Speech__V1__DecodeRequest
    public static var schemaName: String { "lyre.speech.v1.DecodeRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__decode_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__decode_request__unpack }

    init(reading c: C) throws(RPCError) {
        switch c.part_case {
        case LYRE__SPEECH__V1__DECODE_REQUEST__PART_START:
            self = .start(try DecodeStart(reading: c.start.pointee))
        case LYRE__SPEECH__V1__DECODE_REQUEST__PART_FRAMES:
            self = .frames(try CodeFrames(reading: c.frames.pointee))
        default: throw .emptyPart(Self.schemaName)
        }
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        switch self {
        case .start(let start):
            c.part_case = LYRE__SPEECH__V1__DECODE_REQUEST__PART_START
            c.start = arena.message(start)
        case .frames(let frames):
            c.part_case = LYRE__SPEECH__V1__DECODE_REQUEST__PART_FRAMES
            c.frames = arena.message(frames)
        }
    }
}

/// How a stream of frames is decoded.
public struct DecodeStart: Hashable, ProtobufMessage {
    /// Of the noise that the vocoder adds; nil for no noise.
    public var seed: UInt64?
    public var format: SampleFormat
    /// Index of the first frame that is sent.
    public var firstFrame: UInt64
    /// The three frames before it, or all there are.
    public var context: CodeFrames

    public init(
        seed: UInt64? = 0, format: SampleFormat = .s16, firstFrame: UInt64 = 0,
        context: CodeFrames = CodeFrames()
    ) {
        self.seed = seed
        self.format = format
        self.firstFrame = firstFrame
        self.context = context
    }

    typealias C = Lyre__Speech__V1__DecodeStart
    public static var schemaName: String { "lyre.speech.v1.DecodeStart" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__decode_start__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__decode_start__unpack }

    init(reading c: C) throws(RPCError) {
        self.init(
            seed: c.noise_off != 0 ? nil : c.seed, format: try SampleFormat(checking: c.format),
            firstFrame: c.first_frame,
            context: try c.context.map { c throws(RPCError) in try CodeFrames(reading: c.pointee) }
                ?? CodeFrames())
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.seed = seed ?? 0
        c.noise_off = seed == nil ? 1 : 0
        c.format = format.c
        c.first_frame = firstFrame
        if !context.codes.isEmpty { c.context = arena.message(context) }
    }
}

/// Decoder/Decode, from the server: samples that have become exact.
public struct DecodeReply: Hashable, ProtobufMessage {
    public var audio: Audio

    public init(audio: Audio) { self.audio = audio }

    typealias C = Lyre__Speech__V1__DecodeReply
    public static var schemaName: String { "lyre.speech.v1.DecodeReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__decode_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__decode_reply__unpack }

    init(reading c: C) throws(RPCError) {
        guard let c = c.audio else { throw .emptyPart(Self.schemaName) }
        audio = try Audio(reading: c.pointee)
    }

    func write(to c: inout C, in arena: borrowing Arena) { c.audio = arena.message(audio) }
}
