/// Places in a row, which agree with their noun: primo, ventitreesima.
enum ItalianOrdinals {
    private static let small = [
        "", "prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim",
    ]

    static func ordinal(_ digits: String, _ form: Form) -> String {
        let ending =
            switch (form.gender, form.isPlural) {
            case (.feminine, false): "a"
            case (.feminine, true): "e"
            case (_, false): "o"
            case (_, true): "i"
            }
        return stem(digits) + ending
    }

    private static func stem(_ digits: String) -> String {
        guard let value = Int(digits), value > 0 else {
            return ItalianNumbers.cardinal(digits).dropLast() + "esim"
        }
        if value < small.count { return small[value] }
        // An ordinal is one word, whatever its cardinal is.
        let words = ItalianNumbers.cardinal(digits).split(separator: " ")
        var word = words.joined()
        if value % 100 == 10 { return word.dropLast(5) + small[10] }
        if word.hasPrefix("unmili") { word.removeFirst(2) }
        if word.hasSuffix("mila") { return word.dropLast(4) + "millesim" }
        let keeps = word.hasSuffix("tre") || word.hasSuffix("sei")
        return (keeps ? word : String(word.dropLast())) + "esim"
    }
}
