/// Initials in Devanagari: names of Latin letters, or one syllable, with a dot.
enum HindiInitials {
    static func isInitial(_ tokens: [Token], at index: Int) -> Bool {
        guard isDottedLetter(tokens, index) else { return false }
        // जी and आई are words as well: these need another initial beside them.
        guard words.contains(tokens[index].text) else { return true }
        return isDottedLetter(tokens, index - 2) || isDottedLetter(tokens, index + 2)
    }

    private static func isDottedLetter(_ tokens: [Token], _ index: Int) -> Bool {
        guard index >= 0, index + 1 < tokens.count, tokens[index].kind == .word,
            tokens[index + 1].isMark("."), tokens[index + 1].gap == .none
        else { return false }
        let text = tokens[index].text
        return letters.contains(text) || text.unicodeScalars.count == 1
    }

    private static let letters = Set(HindiAddresses.letterNames + ["एफ़", "डब्लू", "जेड"])
    private static let words: Set<String> = ["जी", "आई", "के", "ई", "सी", "पी", "ओ", "न", "व"]
}
