/// A shortened word that is written with a dot, by what the dot says of the end of a sentence.
enum ShortWord {
    /// Stands before a name.
    case title
    /// Stands before a number.
    case beforeNumber
    /// Ends a sentence only before a word that begins one.
    case anywhere
    /// Ends a sentence before any capital.
    case mayEnd

    /// Of words by kind, with white space between them.
    static func table(_ lists: [(ShortWord, String)]) -> [String: ShortWord] {
        var table: [String: ShortWord] = [:]
        for (kind, words) in lists {
            for word in words.split(whereSeparator: \.isWhitespace) { table[String(word)] = kind }
        }
        return table
    }
}
