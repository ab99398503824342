/// The address of one server, resolved: `tcp://127.0.0.1:4242`.
public struct Endpoint: Hashable, Sendable, CustomStringConvertible {
    public let address: String
    public init(_ address: String) { self.address = address }
    public var description: String { address }
}
