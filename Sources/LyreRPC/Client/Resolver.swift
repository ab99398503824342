/// Turns a target such as `static:tcp://10.0.0.1:4242` into the endpoints it names now.
public protocol Resolver: Sendable {
    /// - Throws: ``RPCError`` with UNAVAILABLE; the caller keeps the last endpoints it knew.
    func resolve() async throws(RPCError) -> [Endpoint]
    /// How often to look again; nil when the answer never changes.
    var interval: Duration? { get }
}

/// `static:A,B`: endpoints from a list.
public struct StaticResolver: Resolver {
    public let endpoints: [Endpoint]
    public let interval: Duration? = nil

    public init(_ endpoints: [Endpoint]) { self.endpoints = endpoints }

    public func resolve() async throws(RPCError) -> [Endpoint] { endpoints }
}
