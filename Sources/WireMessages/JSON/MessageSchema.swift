import CLyreProto
import LyreRPC

/// A message's fields, as protobuf-c's generated descriptors tell them.
struct MessageSchema {
    let name: String
    let fields: [FieldSchema]

    init(_ descriptor: ProtobufCMessageDescriptor) {
        name = String(cString: descriptor.name)
        fields = UnsafeBufferPointer(start: descriptor.fields, count: Int(descriptor.n_fields))
            .map(FieldSchema.init)
    }

    static func named(_ name: String) throws(RPCError) -> MessageSchema {
        guard let descriptor = all.first(where: { String(cString: $0.name) == name }) else {
            throw .json("there is no message '\(name.prefix(80))'")
        }
        return MessageSchema(descriptor)
    }

    /// By its name in the `.proto` file or in lowerCamelCase.
    func field(named name: String) -> FieldSchema? {
        fields.first { $0.name == name || $0.jsonName == name }
    }

    /// What methods take and give.
    private static var all: [ProtobufCMessageDescriptor] {
        [
            lyre__rpc__v1__health_request__descriptor, lyre__rpc__v1__health_reply__descriptor,
            lyre__rpc__v1__reflection_request__descriptor,
            lyre__rpc__v1__reflection_reply__descriptor,
            lyre__rpc__v1__metrics_request__descriptor,
            lyre__rpc__v1__metrics_reply__descriptor,
            lyre__speech__v1__prepare_request__descriptor,
            lyre__speech__v1__prepare_reply__descriptor,
            lyre__speech__v1__speak_request__descriptor, lyre__speech__v1__speak_reply__descriptor,
            lyre__speech__v1__generate_request__descriptor,
            lyre__speech__v1__generate_reply__descriptor,
            lyre__speech__v1__sessions_request__descriptor,
            lyre__speech__v1__sessions_reply__descriptor,
            lyre__speech__v1__decode_request__descriptor,
            lyre__speech__v1__decode_reply__descriptor,
            lyre__speech__v1__encode_request__descriptor,
            lyre__speech__v1__encode_reply__descriptor,
        ]
    }
}

/// A field of a message.
struct FieldSchema {
    let name: String
    let number: UInt32
    let type: ProtobufCType
    let isRepeated: Bool
    /// Members of one `oneof` share it.
    let oneof: UInt32?
    private let descriptor: UnsafeRawPointer?

    init(_ field: ProtobufCFieldDescriptor) {
        name = String(cString: field.name)
        number = field.id
        type = field.type
        isRepeated = field.label == PROTOBUF_C_LABEL_REPEATED
        let isOneof = field.flags & UInt32(PROTOBUF_C_FIELD_FLAG_ONEOF.rawValue) != 0
        oneof = isOneof ? field.quantifier_offset : nil
        descriptor = field.descriptor
    }

    /// lowerCamelCase.
    var jsonName: String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(String(words[0])) { name, word in
            name + word.prefix(1).uppercased() + word.dropFirst()
        }
    }

    /// Of a field that is a message.
    var message: MessageSchema? {
        guard type == PROTOBUF_C_TYPE_MESSAGE, let descriptor else { return nil }
        return MessageSchema(descriptor.load(as: ProtobufCMessageDescriptor.self))
    }

    /// Of a field that is an enum.
    var values: [(name: String, number: Int32)] {
        guard type == PROTOBUF_C_TYPE_ENUM, let descriptor else { return [] }
        let type = descriptor.load(as: ProtobufCEnumDescriptor.self)
        return UnsafeBufferPointer(start: type.values, count: Int(type.n_values))
            .map { (String(cString: $0.name), $0.value) }
    }
}
