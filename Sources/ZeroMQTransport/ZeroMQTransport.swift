import LyreRPC
import WireMessages

/// Lyre's RPC over ZeroMQ: servers to listen, and sessions to call on.
///
/// One a program: it has one thread, which carries all sockets and sessions.
public final class ZeroMQTransport: Connector {
    private let poller: Poller
    /// Who this is, for the logs of servers.
    private let client: String

    /// - Parameter onTick: Told, on the transport's thread, how late it came to what was due.
    public init(client: String, onTick: @escaping @Sendable (Duration) -> Void = { _ in }) {
        self.client = client
        poller = Poller(context: Context(), onTick: onTick)
        poller.start()
    }

    deinit { poller.stop() }

    /// Where tasks can run that call without a switch of threads. They must never block.
    public var executor: any TaskExecutor { poller }

    /// Listens; port 0 stands for any free one.
    ///
    /// - Parameter security: Nil only on the loopback.
    /// - Throws: Where it cannot listen, and where somebody with a key that nobody allowed, or with
    ///   none, gets in all the same.
    public func listen(
        _ address: Address, _ server: RPCServer, security: ServerSecurity? = nil
    ) async throws(RPCError) -> Listener {
        let numeric = try await NameLookup.addresses(of: address)[0]
        guard security != nil || numeric.isLoopback else { throw .openDoor(address.host) }
        let socket = try await ServerSocket.bind(
            numeric.zmq, server: server, security: security, poller: poller)
        if let security {
            do throws(RPCError) {
                try await checkDoor(of: socket.endpoint, security)
            } catch {
                await socket.close()
                throw error
            }
        }
        return Listener(socket)
    }

    package func checkDoor(
        of endpoint: Endpoint, _ security: ServerSecurity
    ) async throws(RPCError) {
        try await DoorCheck(endpoint: endpoint, poller: poller).run(security)
    }

    public func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session {
        try await connect(to: endpoint, service: service, security: nil)
    }

    /// - Parameter security: Nil only on the loopback.
    func connect(
        to endpoint: Endpoint, service: String, security: ClientSecurity?
    ) async throws(RPCError) -> Session {
        let address = try await NameLookup.addresses(of: Address(endpoint.address))[0]
        guard security != nil || address.isLoopback else { throw .unknownServer(address.host) }
        let hello = Hello(service: service, schema: Schema.hash, client: client)
        let session = try await ClientConnection.open(
            address.zmq, hello: hello, security: security, poller: poller)
        _ = try await session.connect()
        return session
    }

    /// A channel to the servers that a ``Target`` names.
    public func channel(
        to target: String, service: String, security: ClientSecurity? = nil,
        calls: any CallObserver = Unobserved()
    ) throws(RPCError) -> Channel {
        Channel(
            service: service, resolver: try Target.resolver(for: target),
            connector: KeyedConnector(transport: self, security: security), calls: calls)
    }
}

/// A bound server socket.
public struct Listener: Sendable {
    private let socket: ServerSocket

    init(_ socket: ServerSocket) { self.socket = socket }

    /// With the port that was free.
    public var endpoint: Endpoint { socket.endpoint }

    /// Ends the sessions of those whom the list of callers does not allow any more.
    public func dismissStrangers() async { await socket.dismissStrangers() }

    public func close() async { await socket.close() }
}

/// Connects with the same keys everywhere.
private struct KeyedConnector: Connector {
    let transport: ZeroMQTransport
    let security: ClientSecurity?

    func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session {
        try await transport.connect(to: endpoint, service: service, security: security)
    }
}

extension RPCError {
    fileprivate static func openDoor(_ host: String) -> RPCError {
        RPCError(
            .failedPrecondition,
            "\(host) can be reached from other machines: listen there with keys, or on 127.0.0.1",
            reason: "keys")
    }

    fileprivate static func unknownServer(_ host: String) -> RPCError {
        RPCError(
            .failedPrecondition,
            "\(host) is another machine: say which public key its server has, and whose key calls",
            reason: "keys", neverStarted: true)
    }
}
