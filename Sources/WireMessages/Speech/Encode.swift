import CLyreProto
import LyreRPC

/// Decoder/Encode, to the server: a piece of sound.
public struct EncodeRequest: Hashable, ProtobufMessage {
    /// 24 kHz mono, 32-bit float little-endian.
    public var samples: [UInt8]

    public init(samples: [UInt8]) { self.samples = samples }

    typealias C = Lyre__Speech__V1__EncodeRequest
    public static var schemaName: String { "lyre.speech.v1.EncodeRequest" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__encode_request__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__encode_request__unpack }

    init(reading c: C) throws(RPCError) { samples = [UInt8](copying: c.samples) }

    func write(to c: inout C, in arena: borrowing Arena) { c.samples = arena.bytes(samples) }
}

/// Decoder/Encode, from the server: frames of the sound.
public struct EncodeReply: Hashable, ProtobufMessage {
    public var frames: CodeFrames

    public init(frames: CodeFrames) { self.frames = frames }

    typealias C = Lyre__Speech__V1__EncodeReply
    public static var schemaName: String { "lyre.speech.v1.EncodeReply" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__encode_reply__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__encode_reply__unpack }

    init(reading c: C) throws(RPCError) {
        frames = try c.frames.map { c throws(RPCError) in try CodeFrames(reading: c.pointee) }
            ?? CodeFrames()
    }

    func write(to c: inout C, in arena: borrowing Arena) { c.frames = arena.message(frames) }
}
