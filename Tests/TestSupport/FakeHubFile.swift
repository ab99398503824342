import Crypto

/// A file of a ``FakeHub``.
public struct FakeHubFile: Sendable {
    public let name: String
    public let bytes: [UInt8]
    /// Whether it lies in the store, and is known by its SHA-256.
    public let isLarge: Bool

    public init(_ name: String, _ bytes: [UInt8], isLarge: Bool) {
        self.name = name
        self.bytes = bytes
        self.isLarge = isLarge
    }

    public init(_ name: String, _ text: String) {
        self.init(name, Array(text.utf8), isLarge: false)
    }

    /// A large file of random bytes.
    public init(_ name: String, size: Int, seed: UInt64 = 1) {
        var generator = SeededGenerator(seed: seed)
        self.init(
            name, (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) },
            isLarge: true)
    }

    public var digest: String {
        isLarge
            ? Self.hex(SHA256.hash(data: bytes))
            : Self.hex(Insecure.SHA1.hash(data: Array("blob \(bytes.count)\0".utf8) + bytes))
    }

    private static func hex(_ digest: some Sequence<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
