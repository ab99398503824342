/// A graphics card, as far as memory goes.
public struct GPU: Hashable, Sendable {
    public let name: String
    /// By its name on the market, in powers of ten: cards have that, and mostly a little more.
    public let bytes: Int

    /// What is known by name, in GB.
    public static let known: [(name: String, gigabytes: Int)] = [
        ("a10g", 24), ("a100-40", 40), ("a100-80", 80), ("a6000", 48), ("b200", 180), ("h100", 80),
        ("h200", 141), ("l4", 24), ("l40s", 48), ("rtx-3090", 24), ("rtx-4090", 24),
        ("rtx-5090", 32),
    ]

    /// - Parameter text: A name that is ``known``, or a number of GB: `24`, `24GB`.
    /// - Throws: ``PlanError``, which lists the names.
    public init(_ text: String) throws(PlanError) {
        let lower = text.lowercased()
        if let card = Self.known.first(where: { $0.name == lower }) {
            name = "\(card.name) (\(card.gigabytes) GB)"
            bytes = card.gigabytes * 1_000_000_000
            return
        }
        let number = lower.hasSuffix("gb") ? String(lower.dropLast(2)) : lower
        guard let gigabytes = Double(number), (1...10_000).contains(gigabytes) else {
            let names = Self.known.map(\.name).joined(separator: ", ")
            throw PlanError("there is no GPU '\(text)': give its GB, or one of \(names)")
        }
        name = "\(number) GB"
        bytes = Int(gigabytes * 1e9)
    }
}
