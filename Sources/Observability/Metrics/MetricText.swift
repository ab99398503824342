/// Numbers and escapes of Prometheus' text format.
enum MetricText {
    static func help(_ text: String) -> String {
        escaped(text, quotes: false)
    }

    static func label(_ text: String) -> String {
        escaped(text, quotes: true)
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if value == value.rounded(), abs(value) < 0x1p53 { return String(Int64(value)) }
        return "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        // Nearly all texts.
        guard text.utf8.contains(where: { $0 == 0x5C || $0 == 0x0A || $0 == 0x22 }) else {
            return text
        }
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\"" where quotes: out += "\\\""
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}

/// Names that Prometheus accepts: `[a-zA-Z_:][a-zA-Z0-9_:]*`.
enum MetricName {
    /// Other characters become `_`.
    static func sanitized(_ label: String) -> String {
        let name = String(
            label.unicodeScalars.map { scalar -> Character in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_", ":": Character(scalar)
                default: "_"
                }
            })
        guard let first = name.first, !("0"..."9").contains(first) else { return "_" + name }
        return name
    }
}
