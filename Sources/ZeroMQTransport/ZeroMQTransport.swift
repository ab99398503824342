import LyreRPC
import WireMessages

/// Lyre's RPC over ZeroMQ: servers to listen, and sessions to call on.
///
/// One a program: it has one thread, which carries all sockets and sessions.
public final class ZeroMQTransport: Connector {
    private let poller: Poller
    /// Who this is, for the logs of servers.
    private let client: String

    public init(client: String) {
        self.client = client
        poller = Poller(context: Context())
        poller.start()
    }

    deinit { poller.stop() }

    /// Where tasks can run that call without a switch of threads. They must never block.
    public var executor: any TaskExecutor { poller }

    /// Listens; port 0 stands for any free one.
    public func listen(_ address: Address, _ server: RPCServer) async throws(RPCError) -> Listener {
        let numeric = try await NameLookup.addresses(of: address)[0]
        return Listener(try await ServerSocket.bind(numeric.zmq, server: server, poller: poller))
    }

    public func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session {
        let address = try await NameLookup.addresses(of: Address(endpoint.address))[0]
        let hello = Hello(service: service, schema: Schema.hash, client: client)
        let session = try await ClientConnection.open(address.zmq, hello: hello, poller: poller)
        _ = try await session.connect()
        return session
    }

    /// A channel to the servers that a ``Target`` names.
    public func channel(to target: String, service: String) throws(RPCError) -> Channel {
        Channel(service: service, resolver: try Target.resolver(for: target), connector: self)
    }
}

/// A bound server socket.
public struct Listener: Sendable {
    private let socket: ServerSocket

    init(_ socket: ServerSocket) { self.socket = socket }

    /// With the port that was free.
    public var endpoint: Endpoint { socket.endpoint }

    public func close() async { await socket.close() }
}
