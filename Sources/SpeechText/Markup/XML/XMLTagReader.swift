/// Takes the inside of a tag apart: its name, then its attributes.
struct XMLTagReader {
    static let mostAttributes = 16

    private var rest: Substring

    init(_ tag: Substring) { rest = tag }

    mutating func name() -> String? {
        let name = rest.prefix { $0.isLetter || $0.isNumber || "_:.-".contains($0) }
        guard let first = name.first, first.isLetter || first == "_" else { return nil }
        rest = rest.dropFirst(name.count)
        guard rest.first.map(\.isWhitespace) ?? true else { return nil }
        return String(name)
    }

    /// By name; nil where something is no attribute, one comes twice, or there are too many.
    mutating func attributes() -> [String: String]? {
        var attributes: [String: String] = [:]
        while true {
            skipSpace()
            if rest.isEmpty { return attributes }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest.dropFirst(name.count)
            skipSpace()
            guard !name.isEmpty, rest.first == "=" else { return nil }
            rest = rest.dropFirst()
            skipSpace()
            guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
            rest = rest.dropFirst()
            guard let end = rest.firstIndex(of: quote), let value = Self.resolved(rest[..<end])
            else { return nil }
            rest = rest[rest.index(after: end)...]
            guard attributes.updateValue(value, forKey: String(name)) == nil,
                attributes.count <= Self.mostAttributes
            else { return nil }
        }
    }

    private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

    /// A value with its entities as what they stand for.
    private static func resolved(_ value: Substring) -> String? {
        guard value.contains("&") else { return String(value) }
        var text = String.UnicodeScalarView()
        var rest = value
        while let start = rest.firstIndex(of: "&") {
            text.append(contentsOf: rest[..<start].unicodeScalars)
            guard let end = rest[start...].firstIndex(of: ";"),
                let scalar = XMLScanner.entity(String(rest[rest.index(after: start)..<end]))
            else { return nil }
            text.append(scalar)
            rest = rest[rest.index(after: end)...]
        }
        text.append(contentsOf: rest.unicodeScalars)
        return String(text)
    }
}
