import CLyreProto
import Foundation
import LyreRPC

/// JSON to bytes.
extension JSONMessages {
    static func encode(_ value: JSONValue, _ schema: MessageSchema) throws(RPCError) -> [UInt8] {
        guard case .object(let members) = value else {
            throw .json("a \(schema.name) is an object, not \(value.kind)")
        }
        var given: [UInt32: JSONValue] = [:]
        var oneofs: [UInt32: String] = [:]
        for member in members where member.value != .null {
            guard let field = schema.field(named: member.name) else {
                let names = schema.fields.map(\.jsonName).joined(separator: ", ")
                throw .json(
                    "a \(schema.name) has no field '\(member.name.prefix(64))', only: \(names)")
            }
            guard given.updateValue(member.value, forKey: field.number) == nil else {
                throw .json("the field \(field.jsonName) of a \(schema.name) is given twice")
            }
            if let oneof = field.oneof,
                let other = oneofs.updateValue(field.jsonName, forKey: oneof)
            {
                throw .json("a \(schema.name) has either \(other) or \(field.jsonName), not both")
            }
        }
        var writer = WireWriter()
        for field in schema.fields {
            guard let value = given[field.number] else { continue }
            let place = FieldPlace(schema: schema, field: field)
            if field.isRepeated {
                try place.writeAll(value, to: &writer)
            } else {
                try place.write(value, to: &writer)
            }
        }
        return writer.bytes
    }
}

/// A field of a message that is being written, for its errors too.
private struct FieldPlace {
    let schema: MessageSchema
    let field: FieldSchema

    func wrong(_ value: JSONValue, _ wanted: String) -> RPCError {
        .json("the field \(field.jsonName) of a \(schema.name) is \(wanted), not \(value.kind)")
    }

    func writeAll(_ value: JSONValue, to writer: inout WireWriter) throws(RPCError) {
        guard case .array(let values) = value else { throw wrong(value, "a list") }
        if isLengthDelimited {
            for value in values { writer.raw(try whole(value)) }
        } else if !values.isEmpty {
            var packed = WireWriter()
            for value in values { try writeScalar(value, to: &packed) }
            writer.tag(field.number, .bytes)
            writer.varint(UInt64(packed.bytes.count))
            writer.raw(packed.bytes)
        }
    }

    func write(_ value: JSONValue, to writer: inout WireWriter) throws(RPCError) {
        let bytes = try whole(value)
        // Outside of a oneof the default is what is not there.
        if field.oneof == nil, field.type != PROTOBUF_C_TYPE_MESSAGE, isDefault(bytes) { return }
        writer.raw(bytes)
    }

    private var isLengthDelimited: Bool {
        [PROTOBUF_C_TYPE_STRING, PROTOBUF_C_TYPE_BYTES, PROTOBUF_C_TYPE_MESSAGE].contains(
            field.type)
    }

    /// A tag of one or two bytes, and zeros: an empty length or a number 0.
    private func isDefault(_ bytes: [UInt8]) -> Bool {
        bytes.dropFirst(field.number < 16 ? 1 : 2).allSatisfy { $0 == 0 }
    }

    /// The field with its tag.
    private func whole(_ value: JSONValue) throws(RPCError) -> [UInt8] {
        var writer = WireWriter()
        guard isLengthDelimited else {
            writer.tag(field.number, wireType)
            try writeScalar(value, to: &writer)
            return writer.bytes
        }
        let content = try content(value)
        writer.tag(field.number, .bytes)
        writer.varint(UInt64(content.count))
        writer.raw(content)
        return writer.bytes
    }

    private func content(_ value: JSONValue) throws(RPCError) -> [UInt8] {
        if let message = field.message { return try JSONMessages.encode(value, message) }
        guard case .string(let text) = value else { throw wrong(value, "a text") }
        guard field.type == PROTOBUF_C_TYPE_BYTES else {
            guard !text.utf8.contains(0) else { throw wrong(value, "a text without U+0000") }
            return Array(text.utf8)
        }
        // Both alphabets of base64 are accepted, with padding and without.
        var standard = text.replacing("-", with: "+").replacing("_", with: "/")
        while standard.utf8.count % 4 != 0 { standard += "=" }
        guard let data = Data(base64Encoded: standard) else { throw wrong(value, "base64") }
        return [UInt8](data)
    }

    private var wireType: WireType {
        switch field.type {
        case PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_SFIXED64, PROTOBUF_C_TYPE_DOUBLE: .fixed64
        case PROTOBUF_C_TYPE_FIXED32, PROTOBUF_C_TYPE_SFIXED32, PROTOBUF_C_TYPE_FLOAT: .fixed32
        default: .varint
        }
    }

    private func writeScalar(_ value: JSONValue, to writer: inout WireWriter) throws(RPCError) {
        switch field.type {
        case PROTOBUF_C_TYPE_BOOL:
            guard case .bool(let flag) = value else { throw wrong(value, "true or false") }
            writer.varint(flag ? 1 : 0)
        case PROTOBUF_C_TYPE_ENUM: writer.varint(UInt64(bitPattern: Int64(try enumValue(value))))
        case PROTOBUF_C_TYPE_INT32:
            writer.varint(UInt64(bitPattern: Int64(try integer(value, Int32.self))))
        case PROTOBUF_C_TYPE_INT64:
            writer.varint(UInt64(bitPattern: try integer(value, Int64.self)))
        case PROTOBUF_C_TYPE_UINT32: writer.varint(UInt64(try integer(value, UInt32.self)))
        case PROTOBUF_C_TYPE_UINT64: writer.varint(try integer(value, UInt64.self))
        case PROTOBUF_C_TYPE_SINT32, PROTOBUF_C_TYPE_SINT64:
            let isShort = field.type == PROTOBUF_C_TYPE_SINT32
            let number =
                isShort ? Int64(try integer(value, Int32.self)) : try integer(value, Int64.self)
            writer.varint(UInt64(bitPattern: number << 1 ^ number >> 63))
        case PROTOBUF_C_TYPE_FIXED32: writer.fixed(try integer(value, UInt32.self))
        case PROTOBUF_C_TYPE_SFIXED32: writer.fixed(try integer(value, Int32.self))
        case PROTOBUF_C_TYPE_FIXED64: writer.fixed(try integer(value, UInt64.self))
        case PROTOBUF_C_TYPE_SFIXED64: writer.fixed(try integer(value, Int64.self))
        case PROTOBUF_C_TYPE_FLOAT: writer.fixed(Float(try real(value)).bitPattern)
        default: writer.fixed(try real(value).bitPattern)
        }
    }

    private func enumValue(_ value: JSONValue) throws(RPCError) -> Int32 {
        if case .string(let name) = value, Int32(name) == nil {
            guard let match = field.values.first(where: { $0.name == name }) else {
                let names = field.values.map(\.name).joined(separator: ", ")
                throw wrong(value, "one of \(names)")
            }
            return match.number
        }
        return try integer(value, Int32.self)
    }

    /// `1`, `"1"`, and `1.0` and `1e3` where they are whole.
    private func integer<Value: FixedWidthInteger>(
        _ value: JSONValue, _: Value.Type
    ) throws(RPCError) -> Value {
        let text: String
        switch value {
        case .number(let digits): text = digits
        case .string(let digits): text = digits
        default: throw wrong(value, "a whole number")
        }
        if let number = Value(text) { return number }
        guard let number = Double(text).flatMap(Value.init(exactly:)) else {
            throw wrong(value, "a whole number of \(Value.min) to \(Value.max)")
        }
        return number
    }

    private func real(_ value: JSONValue) throws(RPCError) -> Double {
        switch value {
        case .number(let digits):
            if let number = Double(digits) { return number }
        case .string("NaN"): return .nan
        case .string("Infinity"): return .infinity
        case .string("-Infinity"): return -.infinity
        case .string(let digits):
            if let number = Double(digits), number.isFinite { return number }
        default: break
        }
        throw wrong(value, "a number")
    }
}
