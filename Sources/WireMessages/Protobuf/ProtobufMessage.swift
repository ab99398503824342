import CLyreProto
import LyreRPC

/// A Swift value with a protobuf-c message as its serialized form.
///
/// A C message lives only while it is read or written; nothing outside of this module sees one.
protocol ProtobufMessage: Message {
    associatedtype C
    static var initialize: (UnsafeMutablePointer<C>?) -> Void { get }
    static var unpack: (
        UnsafeMutablePointer<ProtobufCAllocator>?, Int, UnsafePointer<UInt8>?
    ) -> UnsafeMutablePointer<C>? { get }
    /// Copies everything out of a C message, and checks what protobuf-c does not.
    init(reading c: C) throws(RPCError)
    func write(to c: inout C, in arena: borrowing Arena)
}

extension ProtobufMessage {
    /// Unpacked, a message may take this many times its bytes.
    private static var expansion: Int { 16 }

    public init(decoding bytes: [UInt8]) throws(RPCError) {
        self = try Self.decode(bytes)
    }

    static func decode(_ bytes: [UInt8]) throws(RPCError) -> Self {
        let arena = Arena(budget: bytes.count * expansion + 4096)
        let allocator = arena.allocator
        let message = bytes.withUnsafeBufferPointer { bytes in
            // protobuf-c wants an address even for no bytes.
            withUnsafePointer(to: 0 as UInt8) { nothing in
                unpack(allocator, bytes.count, bytes.baseAddress ?? nothing)
            }
        }
        guard let message else {
            throw RPCError(
                .invalidArgument, "the \(bytes.count) bytes are no \(schemaName)",
                reason: "malformed")
        }
        // A C message begins with its descriptor.
        let descriptor = UnsafeRawPointer(message).load(
            as: UnsafePointer<ProtobufCMessageDescriptor>.self)
        let isCut = bytes.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { lyre_text_has_zero(descriptor, $0, bytes.count) } ?? false
        }
        guard !isCut else {
            throw RPCError(
                .invalidArgument, "a text in a \(schemaName) holds U+0000", reason: "invalid_utf8")
        }
        return try Self(reading: message.pointee)
    }

    public func encoded() -> [UInt8] {
        let arena = Arena(budget: .max)
        let c = UnsafeMutableRawPointer(arena.message(self)).assumingMemoryBound(
            to: ProtobufCMessage.self)
        let size = protobuf_c_message_get_packed_size(c)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            // An empty array may have no address, and protobuf-c writes nothing then.
            count = buffer.baseAddress.map { protobuf_c_message_pack(c, $0) } ?? 0
        }
    }
}

extension String {
    /// A C string of a peer, which protobuf-c has not checked.
    init(checking text: UnsafeMutablePointer<CChar>?, _ field: String) throws(RPCError) {
        guard let text else {
            self = ""
            return
        }
        guard let checked = String(validatingCString: text) else {
            throw RPCError(
                .invalidArgument, "the field \(field) is not valid UTF-8", reason: "invalid_utf8")
        }
        self = checked
    }
}

extension String {
    /// The longest prefix of whole characters that fits.
    func truncated(toBytes limit: Int) -> String {
        if utf8.count <= limit { return self }
        var text = ""
        var count = 0
        for character in self {
            count += character.utf8.count
            if count > limit { break }
            text.append(character)
        }
        return text
    }
}

extension Array where Element == UInt8 {
    init(copying data: ProtobufCBinaryData) {
        self.init(UnsafeBufferPointer(start: data.data, count: data.len))
    }
}

/// Reads what a C array of messages points to.
func readAll<M: ProtobufMessage>(
    _ pointers: UnsafeMutablePointer<UnsafeMutablePointer<M.C>?>?, count: Int
) throws(RPCError) -> [M] {
    var values: [M] = []
    values.reserveCapacity(count)
    for place in 0..<count {
        if let pointer = pointers?[place] { values.append(try M(reading: pointer.pointee)) }
    }
    return values
}

extension RPCError {
    static func emptyPart(_ schemaName: String) -> RPCError {
        RPCError(.invalidArgument, "a \(schemaName) came without any part", reason: "malformed")
    }
}
