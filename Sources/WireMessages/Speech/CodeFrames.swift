import CLyreProto
import LyreRPC

/// Codes of frames, seven a frame: whole ones, or where halves are allowed cut after a fourth code.
/// The numbers are checked by who uses them.
public struct CodeFrames: Hashable, ProtobufMessage {
    public var codes: [UInt32]

    public init(codes: [UInt32] = []) { self.codes = codes }

    typealias C = Lyre__Speech__V1__Frames
    public static var schemaName: String { "lyre.speech.v1.Frames" }
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { lyre__speech__v1__frames__init }
    static var unpack: (UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?)
        -> UnsafeMutablePointer<C>?
    { lyre__speech__v1__frames__unpack }

    init(reading c: C) throws(RPCError) {
        codes = [UInt32](UnsafeBufferPointer(start: c.codes, count: c.n_codes))
    }

    func write(to c: inout C, in arena: borrowing Arena) {
        c.n_codes = codes.count
        c.codes = arena.array(codes)
    }
}
