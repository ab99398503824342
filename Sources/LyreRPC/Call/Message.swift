/// A value that travels as the payload of a frame.
public protocol Message: Sendable {
    /// - Throws: ``RPCError`` with `INVALID_ARGUMENT` when the bytes are no such message.
    init(decoding bytes: [UInt8]) throws(RPCError)
    func encoded() -> [UInt8]
    /// The protobuf name, such as `lyre.speech.v1.DecodeRequest`.
    static var schemaName: String { get }
}
