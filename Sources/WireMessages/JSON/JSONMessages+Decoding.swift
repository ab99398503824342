import CLyreProto
import Foundation
import LyreRPC

/// Bytes to JSON.
extension JSONMessages {
    static func decode(_ bytes: ArraySlice<UInt8>, _ schema: MessageSchema) throws(RPCError)
        -> JSONValue
    {
        var values: [UInt32: [JSONValue]] = [:]
        var reader = WireReader(bytes)
        while !reader.isAtEnd {
            let tag = try reader.varint()
            guard let type = WireType(rawValue: tag & 7), let number = UInt32(exactly: tag >> 3)
            else {
                throw RPCError(
                    .invalidArgument, "the \(bytes.count) bytes are no \(schema.name)",
                    reason: "malformed")
            }
            let field = schema.fields.first { $0.number == number }
            let found = try read(type, field, &reader)
            // A field that is unknown here comes from a newer peer.
            guard let field else { continue }
            if field.isRepeated {
                values[number, default: []] += found
            } else {
                values[number] = found
                for other in schema.fields where other.oneof != nil && other.oneof == field.oneof {
                    if other.number != number { values[other.number] = nil }
                }
            }
        }
        return .object(
            schema.fields.compactMap { field in
                values[field.number].map { found in
                    JSONValue.Member(
                        name: field.jsonName,
                        value: field.isRepeated ? .array(found) : found.last ?? .null)
                }
            })
    }

    /// A field's content: several values when numbers are packed.
    private static func read(
        _ type: WireType, _ field: FieldSchema?, _ reader: inout WireReader
    ) throws(RPCError) -> [JSONValue] {
        switch type {
        case .varint:
            let value = try reader.varint()
            return [field.map { number($0, value) } ?? .null]
        case .fixed64:
            let value = try reader.fixed(UInt64.self)
            return [field.map { number($0, value) } ?? .null]
        case .fixed32:
            let value = UInt64(try reader.fixed(UInt32.self))
            return [field.map { number($0, value) } ?? .null]
        case .bytes:
            let content = try reader.bytes()
            guard let field else { return [] }
            switch field.type {
            case PROTOBUF_C_TYPE_MESSAGE: return [try decode(content, field.message!)]
            case PROTOBUF_C_TYPE_BYTES: return [.string(Data(content).base64EncodedString())]
            case PROTOBUF_C_TYPE_STRING:
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw RPCError(
                        .invalidArgument, "the field \(field.jsonName) is not valid UTF-8",
                        reason: "invalid_utf8")
                }
                return [.string(text)]
            default: return try packed(field, content)
            }
        }
    }

    private static func packed(
        _ field: FieldSchema, _ content: ArraySlice<UInt8>
    ) throws(RPCError) -> [JSONValue] {
        var reader = WireReader(content)
        var values: [JSONValue] = []
        while !reader.isAtEnd {
            switch field.type {
            case PROTOBUF_C_TYPE_FIXED64, PROTOBUF_C_TYPE_SFIXED64, PROTOBUF_C_TYPE_DOUBLE:
                values.append(number(field, try reader.fixed(UInt64.self)))
            case PROTOBUF_C_TYPE_FIXED32, PROTOBUF_C_TYPE_SFIXED32, PROTOBUF_C_TYPE_FLOAT:
                values.append(number(field, UInt64(try reader.fixed(UInt32.self))))
            default: values.append(number(field, try reader.varint()))
            }
        }
        return values
    }

    private static func number(_ field: FieldSchema, _ bits: UInt64) -> JSONValue {
        switch field.type {
        case PROTOBUF_C_TYPE_BOOL: return .bool(bits != 0)
        case PROTOBUF_C_TYPE_ENUM:
            let value = Int32(truncatingIfNeeded: bits)
            return field.values.first { $0.number == value }.map { .string($0.name) }
                ?? .number("\(value)")
        case PROTOBUF_C_TYPE_INT32, PROTOBUF_C_TYPE_SFIXED32:
            return .number("\(Int32(truncatingIfNeeded: bits))")
        case PROTOBUF_C_TYPE_UINT32, PROTOBUF_C_TYPE_FIXED32:
            return .number("\(UInt32(truncatingIfNeeded: bits))")
        case PROTOBUF_C_TYPE_SINT32:
            return .number("\(Int64(bits >> 1) ^ -Int64(bits & 1))")
        case PROTOBUF_C_TYPE_SINT64:
            return .string("\(Int64(bits >> 1) ^ -Int64(bits & 1))")
        // Numbers of 64 bits do not fit into those of JavaScript.
        case PROTOBUF_C_TYPE_INT64, PROTOBUF_C_TYPE_SFIXED64:
            return .string("\(Int64(bitPattern: bits))")
        case PROTOBUF_C_TYPE_FLOAT: return real(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
        case PROTOBUF_C_TYPE_DOUBLE: return real(Double(bitPattern: bits))
        default: return .string("\(bits)")
        }
    }

    private static func real<Value: BinaryFloatingPoint & CustomStringConvertible>(_ value: Value)
        -> JSONValue
    {
        if value.isNaN { return .string("NaN") }
        return value.isFinite ? .number("\(value)") : .string(value > 0 ? "Infinity" : "-Infinity")
    }
}
