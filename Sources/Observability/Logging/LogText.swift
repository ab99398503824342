import Logging

/// Quoting, so that no value can break a line or pass for another field.
enum LogText {
    /// `key=value`, the value in quotes when it needs them.
    static func field(_ key: String, _ value: String) -> String {
        // A key that needs quotes is no key: its odd characters become underscores.
        let key = String(key.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
        let bare = !value.isEmpty && value.unicodeScalars.allSatisfy(isPlain)
        return "\(key)=\(bare ? value : json(value))"
    }

    static func json(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            // Control characters, the C1 ones too: a terminal may obey them.
            case "\0"..."\u{1f}", "\u{7f}"..."\u{9f}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }

    static func json(_ value: Logger.Metadata.Value) -> String {
        switch value {
        case .string(let text): json(text)
        case .stringConvertible(let convertible): json(convertible.description)
        case .array(let values): "[" + values.map { json($0) }.joined(separator: ",") + "]"
        case .dictionary(let fields):
            "{"
                + fields.sorted { $0.key < $1.key }.map { "\(json($0.key)):\(json($0.value))" }
                .joined(separator: ",") + "}"
        }
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && !(0x7f...0xa0).contains(scalar.value) && scalar != "="
            && scalar != "\""
            && scalar != "\\"
    }
}
