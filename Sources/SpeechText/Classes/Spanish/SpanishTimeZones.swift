/// Zones of time behind an hour: letters, names of countries, and shifts from Greenwich.
enum SpanishTimeZones {
    static func zone(_ line: Line, _ index: Int) -> (words: String, end: Int)? {
        guard let word = line.word(index), !line.touches(index) || line[index - 1]?.kind != .word
        else { return nil }
        if word == "gmt" || word == "utc" {
            let name = spelled(word)
            guard let (shift, end) = shift(line, index + 1) else {
                return line.endsWord(index + 1) ? (name, index + 1) : nil
            }
            return (name + " " + shift, end)
        }
        guard line.endsWord(index + 1) else { return nil }
        if let country = countries[word] { return ("hora estándar de \(country)", index + 1) }
        // "est" is no word, "este" is; but "et" and "art" are.
        guard letters.contains(word) || line[index]!.isAllUppercase && capitals.contains(word)
        else { return nil }
        return (spelled(word), index + 1)
    }

    /// -3, +5:30
    private static func shift(_ line: Line, _ index: Int) -> (words: String, end: Int)? {
        guard line.touches(index), line.isMark(index, "+") || line.isSign(index),
            let hours = line.touchingNumber(index + 1), hours.utf8.count <= 2
        else { return nil }
        let sign = line.isMark(index, "+") ? "más " : "menos "
        let words = sign + SpanishNumbers.cardinal(hours, .feminine)
        guard line.touchingMark(index + 2, ":"), let minutes = line.touchingNumber(index + 3),
            minutes.utf8.count == 2
        else { return line.endsWord(index + 2) ? (words, index + 2) : nil }
        let rest = minutes == "00" ? "" : " " + SpanishNumbers.cardinal(minutes)
        return (words + rest, index + 4)
    }

    private static func spelled(_ word: String) -> String {
        word.map { String($0) }.joined(separator: " ")
    }

    private static let letters: Set<String> = [
        "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet", "cest", "bst", "msk", "jst",
        "wet", "west", "eet", "eest", "ist", "hst", "akst", "ast",
    ]
    private static let capitals: Set<String> = ["et", "pt", "ct", "mt"]
    private static let countries = [
        "pyt": "Paraguay", "bot": "Bolivia", "clt": "Chile", "ect": "Ecuador", "gyt": "Guyana",
        "uyt": "Uruguay", "vet": "Venezuela", "brt": "Brasilia", "srt": "Surinam",
        "gft": "la Guayana Francesa", "cot": "Colombia", "pet": "Perú", "art": "Argentina",
        "fkt": "las islas Malvinas",
    ]
}
