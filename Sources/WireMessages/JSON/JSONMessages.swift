import LyreRPC

/// Messages written as JSON, by protobuf's mapping, for people who call a method by hand.
///
/// Names may be lowerCamelCase or as in the `.proto` files, 64-bit numbers may be strings, bytes
/// are base64, enum values are names or numbers.
/// See https://protobuf.dev/programming-guides/json/.
public enum JSONMessages {
    /// The serialized message that a JSON object describes.
    ///
    /// - Parameter schemaName: such as `lyre.speech.v1.PrepareRequest`.
    /// - Throws: INVALID_ARGUMENT, naming the field that is wrong or unknown.
    public static func encode(json: String, schemaName: String) throws(RPCError) -> [UInt8] {
        let schema = try MessageSchema.named(schemaName)
        var parser = JSONParser(json)
        return try encode(try parser.document(), schema)
    }

    /// A serialized message as a JSON object on one line, in the order of the fields' numbers.
    public static func decode(_ bytes: [UInt8], schemaName: String) throws(RPCError) -> String {
        try decode(bytes[...], MessageSchema.named(schemaName)).description
    }
}

extension RPCError {
    static func json(_ message: String) -> RPCError {
        RPCError(.invalidArgument, message, reason: "json", neverStarted: true)
    }
}
