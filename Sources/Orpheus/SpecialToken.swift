/// Finds text that a tokenizer would take for a special token: `<custom_token_5>`, `<|eot_id|>`.
///
/// Linear in the text, whatever it spells.
public enum SpecialToken {
    /// The first such token in a text (of nested ones the inner), or nil.
    public static func first(in text: some StringProtocol) -> String? {
        let bytes = Array(text.utf8)
        for end in bytes.indices where bytes[end] == UInt8(ascii: ">") {
            if let start = start(ofTokenBefore: end, in: bytes) {
                return String(decoding: bytes[start...end], as: UTF8.self)
            }
        }
        return nil
    }

    /// Replaces the brackets of special tokens by spaces, so that their letters are mere text.
    public static func disarmed(_ text: String) -> String {
        // Every token ends in `>`. What is disarmed holds none, so no earlier end has to be looked
        // at again when taking brackets away brings a new token together.
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: ">"), let start = start(ofTokenBefore: bytes.count, in: bytes) {
                let letters = bytes[start...].map { isLetterOrDigit($0) ? $0 : UInt8(ascii: " ") }
                bytes.replaceSubrange(start..., with: letters + [UInt8(ascii: " ")])
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let customPrefix = Array("<custom_token_".utf8)
    /// No model has names of special tokens that are longer.
    private static let longestName = 64

    /// Where the token begins that a `>` at this index would end.
    private static func start(ofTokenBefore end: Int, in bytes: [UInt8]) -> Int? {
        guard end > 0 else { return nil }
        if bytes[end - 1] == UInt8(ascii: "|") {
            // <|name|>
            let name = bytes[..<(end - 1)].suffix(longestName + 1)
            guard let bar = name.lastIndex(of: UInt8(ascii: "|")), bar > 0,
                bytes[bar - 1] == UInt8(ascii: "<")
            else { return nil }
            return bar - 1
        }
        let head = bytes[..<end].reversed().drop { (48...57).contains($0) }
        guard head.count < end, head.starts(with: customPrefix.reversed()) else { return nil }
        return head.count - customPrefix.count
    }

    /// ASCII letters and digits, and all that is not ASCII.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }
}
