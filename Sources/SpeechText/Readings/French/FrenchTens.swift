/// The tens of Belgium and Switzerland, in place of those of France: septante, huitante, nonante.
struct FrenchTens: Sendable {
    static let belgian = FrenchTens([(70, "septante"), (90, "nonante")])
    static let swiss = FrenchTens([(70, "septante"), (80, "huitante"), (90, "nonante")])

    /// What France says, the longest first, with what takes its place.
    private let replacements: [(french: String, own: String)]

    private init(_ tens: [(first: Int, name: String)]) {
        var all: [(String, String)] = []
        for (first, name) in tens {
            for unit in 0...9 {
                let number = first + unit
                let joint = unit == 0 ? "" : unit == 1 ? " et " : "-"
                let cardinal = unit == 0 ? "" : FrenchNumbers.cardinal(unit)
                let own = name + joint + cardinal
                // "septante et unième", no "premier" within
                let ending =
                    FrenchOrdinals.ordinal(String(20 + unit))
                    .drop { $0 != "-" && $0 != " " }.split { "- ".contains($0) }.last ?? ""
                let ordinal =
                    unit == 0 ? name.dropLast() + "ième" : name + joint + String(ending)
                all.append((FrenchNumbers.cardinal(number), own))
                all.append((FrenchOrdinals.ordinal(String(number)), ordinal))
            }
            // Before mille it has no s.
            if first == 80 { all.append(("quatre-vingt mille", name + " mille")) }
        }
        replacements = all.sorted { $0.0.utf8.count > $1.0.utf8.count }
    }

    /// Of a reading in the words of France.
    func words(for french: String) -> String {
        guard french.contains("soixante") || french.contains("quatre-vingt") else { return french }
        return replacements.reduce(french) { $0.replacing($1.french, with: $1.own) }
    }
}
