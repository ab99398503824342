/// The public half of a CURVE key pair: 32 bytes, written as 40 characters of Z85
/// (ZeroMQ's RFC 32).
public struct PublicKey: Hashable, Sendable, CustomStringConvertible {
    /// As text.
    public let description: String

    /// - Throws: ``KeyError`` when it is no key.
    public init(_ text: some StringProtocol) throws(KeyError) {
        let text = String(text)
        guard Z85.isKey(text) else {
            throw KeyError("a public key has 40 characters of Z85, which this is not")
        }
        description = text
    }
}

/// What is the same in the text of all keys.
enum Z85 {
    /// Characters of a key.
    static let length = 40
    private static let signs = Set(".-:+=^!/*?&<>()[]{}@%$#".utf8)

    static func isKey(_ text: String) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    true
                default: signs.contains(byte)
                }
            }
    }
}

/// What is wrong with a key, its file or a list of keys, in one sentence that shows no secret.
public struct KeyError: Error, Hashable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}
