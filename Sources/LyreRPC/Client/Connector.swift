/// Makes sessions; a transport implements it.
public protocol Connector: Sendable {
    /// Connects and shakes hands.
    func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session
}
