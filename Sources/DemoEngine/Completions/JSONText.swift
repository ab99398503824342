/// Writes JSON with its fields in the order of the calls, as a client's eye expects them.
struct JSONText {
    private(set) var text = ""
    private var needsComma = false

    mutating func object(_ key: String? = nil, _ fields: (inout JSONText) -> Void) {
        nested(key, "{", "}", fields)
    }

    mutating func array(_ key: String? = nil, _ elements: (inout JSONText) -> Void) {
        nested(key, "[", "]", elements)
    }

    mutating func field(_ key: String, _ value: String?) {
        begin(key)
        if let value { string(value) } else { text += "null" }
    }

    mutating func field(_ key: String, _ value: Int?) {
        begin(key)
        text += value.map { "\($0)" } ?? "null"
    }

    mutating func field(_ key: String, _ value: Bool) {
        begin(key)
        text += value ? "true" : "false"
    }

    mutating func field(_ key: String, _ values: [Int]?) {
        begin(key)
        text += values.map { "[" + $0.map { "\($0)" }.joined(separator: ",") + "]" } ?? "null"
    }

    mutating func null(_ key: String) {
        begin(key)
        text += "null"
    }

    private mutating func nested(
        _ key: String?, _ open: String, _ close: String, _ inner: (inout JSONText) -> Void
    ) {
        begin(key)
        text += open
        needsComma = false
        inner(&self)
        text += close
        needsComma = true
    }

    private mutating func begin(_ key: String?) {
        if needsComma { text += "," }
        needsComma = true
        guard let key else { return }
        string(key)
        text += ":"
    }

    private mutating func string(_ value: String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\0"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
