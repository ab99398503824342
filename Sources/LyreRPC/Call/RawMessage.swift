/// A message as it travels, for callers that bring their own encoding.
public struct RawMessage: Message, Hashable {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    public init(decoding bytes: [UInt8]) throws(RPCError) { self.bytes = bytes }
    public func encoded() -> [UInt8] { bytes }
    public static var schemaName: String { "bytes" }
}
