/// An error in the words of a server.
///
/// vLLM and llama.cpp send `{"error": {"message", "type", "param", "code"}}`, vLLM's key check
/// `{"error": "Unauthorized"}`, older servers the same members without the envelope.
package struct ServerMessage: Equatable {
    /// One line, at most 400 bytes.
    package var text = ""
    package var type: String?
    package var param: String?
    /// A status code; what is no number is kept in `type` if that is missing.
    package var code: Int?

    /// The error in the body of an answer, or nil when it holds none.
    package init?(body: [UInt8]) {
        var enveloped: ServerMessage?
        var bare = ServerMessage()
        var reader = JSONReader(body)
        do throws(JSONReader.Fault) {
            try reader.readObject { (reader, name) throws(JSONReader.Fault) in
                if name == "error", !reader.takeNull() {
                    enveloped = try ServerMessage(&reader)
                } else if name != "error" {
                    try bare.readMember(name, &reader)
                }
            }
            try reader.finish()
        } catch {
            return nil
        }
        guard let message = enveloped ?? (bare.text.isEmpty ? nil : bare) else { return nil }
        self = message
    }

    /// Reads the value of an `error` member.
    init(_ reader: inout JSONReader) throws(JSONReader.Fault) {
        switch reader.peek() {
        case UInt8(ascii: "\""): text = Self.line(try reader.readString())
        case UInt8(ascii: "{"):
            var message = ServerMessage()
            try reader.readObject { (reader, name) throws(JSONReader.Fault) in
                try message.readMember(name, &reader)
            }
            self = message
        default: try reader.skipValue()
        }
    }

    private init() {}

    private mutating func readMember(
        _ name: String, _ reader: inout JSONReader
    ) throws(JSONReader.Fault) {
        let first = reader.peek()
        let isString = first == UInt8(ascii: "\"")
        switch name {
        case "message" where isString: text = Self.line(try reader.readString())
        case "type" where isString: type = Self.line(try reader.readString())
        case "param" where isString: param = Self.line(try reader.readString())
        case "code" where isString:
            let name = Self.line(try reader.readString())
            type = type ?? name
        case "code" where first.map { (48...57).contains($0) } ?? false: code = try reader.readInt()
        default: try reader.skipValue()
        }
    }

    private static func line(_ text: String) -> String {
        let isLong = text.utf8.count > 400
        let words = String(decoding: text.utf8.prefix(400), as: UTF8.self).split {
            $0.isWhitespace || $0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        }
        return words.joined(separator: " ") + (isLong ? "..." : "")
    }
}
