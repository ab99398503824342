import CZeroMQ

/// A CURVE key pair (ZeroMQ's RFC 26). Its secret half is never printed.
public struct KeyPair: Sendable, CustomStringConvertible, CustomReflectable {
    public let publicKey: PublicKey
    /// As text.
    let secret: String

    /// A new one.
    public init() {
        var publicText = [CChar](repeating: 0, count: Z85.length + 1)
        var secretText = publicText
        let result = czmq_make_keys(&publicText, &secretText)
        precondition(result == 0, "libzmq was built without CURVE")
        secret = Self.text(secretText)
        publicKey = try! PublicKey(Self.text(publicText))
    }

    /// - Parameter secret: The secret half, as 40 characters of Z85.
    public init(secret: some StringProtocol) throws(KeyError) {
        let secret = String(secret)
        var publicText = [CChar](repeating: 0, count: Z85.length + 1)
        guard Z85.isKey(secret), czmq_derive_public(&publicText, secret) == 0 else {
            throw KeyError("a secret key has 40 characters of Z85, which this is not")
        }
        self.secret = secret
        publicKey = try PublicKey(Self.text(publicText))
    }

    private static func text(_ characters: [CChar]) -> String {
        String(decoding: characters.prefix(Z85.length).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    public var description: String { "the key pair of \(publicKey)" }
    /// What dumps and test reports print of it.
    public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
