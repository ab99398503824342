/// Ordinals and the parts of fractions in French words.
enum FrenchOrdinals {
    static func ordinal(_ digits: String, _ form: Form = .plain) -> String {
        let plural = form.isPlural ? "s" : ""
        let isFeminine = form.gender == .feminine
        if digits == "1" { return (isFeminine ? "première" : "premier") + plural }
        if digits == "2", form.ending == "nd" {
            return (isFeminine ? "seconde" : "second") + plural
        }
        let stem = stem(of: FrenchNumbers.cardinal(digits))
        // "millionième", not "un millionième".
        return (stem.hasPrefix("un ") ? stem.dropFirst(3) : stem[...]) + "ième" + plural
    }

    /// What -ième is put to.
    private static func stem(of cardinal: String) -> String {
        for silent in ["vingts", "cents", "llions", "lliards"] where cardinal.hasSuffix(silent) {
            return String(cardinal.dropLast())
        }
        if cardinal.hasSuffix("e") { return String(cardinal.dropLast()) }
        if cardinal.hasSuffix("cinq") { return cardinal + "u" }
        if cardinal.hasSuffix("neuf") { return cardinal.dropLast() + "v" }
        return cardinal
    }

    static func fraction(whole: String?, numerator: String, denominator: String) -> String {
        let isOne = numerator == "1"
        let parts: String
        switch denominator {
        case "2": parts = isOne ? "demi" : "demis"
        case "3": parts = "tiers"
        case "4": parts = isOne ? "quart" : "quarts"
        case "1": return FrenchNumbers.cardinal(numerator) + " sur un"
        default: parts = ordinal(denominator) + (isOne ? "" : "s")
        }
        let words = FrenchNumbers.cardinal(numerator) + " " + parts
        guard let whole else { return words }
        let half = isOne && denominator == "2"
        return FrenchNumbers.cardinal(whole) + " et " + (half ? "demi" : words)
    }
}
