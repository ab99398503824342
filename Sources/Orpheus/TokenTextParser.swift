/// Reads token ids out of `<custom_token_N>` text that arrives in pieces cut anywhere.
///
/// Servers such as llama.cpp and LM Studio send text instead of ids. Other text is skipped.
public struct TokenTextParser: Sendable {
    private static let opening = Array("<custom_token_".utf8)
    /// Bytes of the opening that matched so far.
    private var matched = 0
    /// The number read so far, once the opening is complete.
    private var number: Int?

    public init() {}

    /// True when no token is half read.
    public var isAtBoundary: Bool { matched == 0 }

    /// The ids that a further piece of text completes.
    public mutating func push(_ text: some StringProtocol) -> [Int] {
        var ids: [Int] = []
        for byte in text.utf8 {
            if matched < Self.opening.count {
                advance(byte)
            } else if (48...57).contains(byte), number ?? 0 < 1_000_000 {
                number = (number ?? 0) * 10 + Int(byte - 48)
            } else {
                if byte == UInt8(ascii: ">"), let number { ids.append(TokenID.firstCustom + number) }
                (matched, number) = (0, nil)
                advance(byte)
            }
        }
        return ids
    }

    private mutating func advance(_ byte: UInt8) {
        // '<' stands only at the opening's front, so a mismatch can restart there and nowhere else.
        if byte == Self.opening[matched] {
            matched += 1
        } else {
            matched = byte == Self.opening[0] ? 1 : 0
        }
    }
}
