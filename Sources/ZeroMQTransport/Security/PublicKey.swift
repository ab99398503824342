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
