/// Writes one flat JSON object, member by member, in the order given.
struct JSONWriter {
    private(set) var text = "{"

    mutating func add(_ name: String, string: String) { add(name, raw: Self.quoted(string)) }
    mutating func add(_ name: String, _ value: Int) { add(name, raw: "\(value)") }
    mutating func add(_ name: String, _ value: Bool) { add(name, raw: "\(value)") }
    /// The value has to be finite.
    mutating func add(_ name: String, _ value: Double) { add(name, raw: "\(value)") }
    mutating func add(_ name: String, raw: String) {
        if text.utf8.count > 1 { text += "," }
        text += "\(Self.quoted(name)):\(raw)"
    }

    consuming func finished() -> String { text + "}" }

    static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
