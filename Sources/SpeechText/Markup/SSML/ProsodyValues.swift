/// What the attributes of `prosody` and `emphasis` may say. A voice cannot follow them, but who
/// mistypes one is told.
enum ProsodyValues {
    private static let names: [String: Set<String>] = [
        "rate": ["x-slow", "slow", "medium", "fast", "x-fast", "default"],
        "pitch": ["x-low", "low", "medium", "high", "x-high", "default"],
        "range": ["x-low", "low", "medium", "high", "x-high", "default"],
        "volume": ["silent", "x-soft", "soft", "medium", "loud", "x-loud", "default"],
        "level": ["strong", "moderate", "none", "reduced"],
    ]

    private static let units: [String: [String]] = [
        "rate": ["%", ""], "pitch": ["Hz", "%", "st"], "range": ["Hz", "%", "st"],
        "volume": ["dB", "%", ""],
    ]

    private static let examples = [
        "rate": "slow, fast or 80%", "pitch": "low, high or +2st", "range": "low, high or 20Hz",
        "volume": "soft, loud or -6dB", "level": "strong, moderate, none or reduced",
    ]

    /// - Throws: ``TextError/badMarkup(_:offset:)`` for a value that the attribute cannot have.
    static func check(
        _ element: String, _ attributes: [String: String], _ source: Range<Int>
    ) throws(TextError) {
        let known = element == "emphasis" ? ["level"] : ["rate", "pitch", "range", "volume"]
        for name in known {
            guard let value = attributes[name], !names[name]!.contains(value),
                !isAmount(value, of: name)
            else { continue }
            throw .badMarkup(
                "'\(value.prefix(20))' is no \(name) of <\(element)>: \(examples[name]!)",
                offset: source.lowerBound)
        }
    }

    private static func isAmount(_ value: String, of name: String) -> Bool {
        (units[name] ?? []).contains { unit in
            guard value.hasSuffix(unit) else { return false }
            let number = value.dropLast(unit.count)
            // A rate is a share of what is usual, or a change of it.
            guard let amount = Double(number), amount.isFinite else { return false }
            return name != "rate" || amount >= 0 || number.hasPrefix("-") && amount > -100
        }
    }
}
