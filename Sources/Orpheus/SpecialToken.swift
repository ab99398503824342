/// Finds text that a tokenizer would take for a special token: `<custom_token_5>`, `<|eot_id|>`.
public enum SpecialToken {
    /// The first such token in a text, or nil.
    public static func first(in text: some StringProtocol) -> String? {
        first(inUTF8: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Replaces the brackets of special tokens by spaces, so that their letters are mere text.
    public static func disarmed(_ text: String) -> String {
        var text = text
        // Taking brackets away can bring a new token together, so look until none is left.
        while let token = first(in: text), let range = text.utf8Range(of: token) {
            let letters = token.filter { $0.isLetter || $0.isNumber }
            text.replaceSubrange(range, with: " \(letters) ")
        }
        return text
    }

    private static func first(inUTF8 bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let customPrefix = Array("<custom_token_".utf8)
        var start = 0
        while let open = bytes[start...].firstIndex(of: UInt8(ascii: "<")) {
            let rest = bytes[open...]
            if rest.starts(with: [UInt8(ascii: "<"), UInt8(ascii: "|")]) {
                // <|name|> with a name of letters, digits, underscores; no model has longer ones.
                let name = rest.dropFirst(2).prefix(64).prefix { $0 != UInt8(ascii: "|") }
                let end = name.endIndex
                if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "|"),
                    bytes[end + 1] == UInt8(ascii: ">")
                {
                    return bytes[open...(end + 1)]
                }
            } else if rest.starts(with: customPrefix) {
                let digits = rest.dropFirst(customPrefix.count).prefix { (48...57).contains($0) }
                if !digits.isEmpty, digits.endIndex < bytes.count,
                    bytes[digits.endIndex] == UInt8(ascii: ">")
                {
                    return bytes[open...digits.endIndex]
                }
            }
            start = open + 1
        }
        return nil
    }
}

extension String {
    fileprivate func utf8Range(of token: String) -> Range<String.Index>? {
        let (bytes, needle) = (Array(utf8), Array(token.utf8))
        guard bytes.count >= needle.count else { return nil }
        for start in 0...(bytes.count - needle.count)
        where bytes[start..<(start + needle.count)].elementsEqual(needle) {
            let low = utf8.index(startIndex, offsetBy: start)
            return low..<utf8.index(low, offsetBy: needle.count)
        }
        return nil
    }
}
