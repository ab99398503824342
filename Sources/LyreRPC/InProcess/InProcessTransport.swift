import Synchronization

/// Connects clients to servers of the same process, without network: for tests.
///
/// Frames can be looked at, changed or lost on their way by ``filter``. With a ``ManualTime`` nothing
/// happens by the clock but through ``advance(by:)``.
public final class InProcessTransport: Connector {
    public enum Direction: Sendable { case toServer, toClient }
    public typealias Filter = @Sendable (WireFrame, Direction) -> WireFrame?

    public let time: any TimeSource
    private let filter: Filter
    private let schema: UInt64
    private let state = Mutex((servers: [Endpoint: RPCServer](), sessions: [Session]()))

    public init(
        time: any TimeSource = ManualTime(), schema: UInt64 = 0,
        filter: @escaping Filter = { frame, _ in frame }
    ) {
        self.time = time
        self.schema = schema
        self.filter = filter
    }

    /// Makes a server reachable by a name.
    public func serve(_ server: RPCServer, as name: String = "server") -> Endpoint {
        let endpoint = Endpoint("inproc://\(name)")
        state.withLock { $0.servers[endpoint] = server }
        return endpoint
    }

    public func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session {
        let hello = Hello(service: service, schema: schema, client: "in-process")
        let session = try open(to: endpoint, hello: hello)
        _ = try await session.connect()
        return session
    }

    /// A session that has not shaken hands yet.
    public func open(to endpoint: Endpoint, hello: Hello) throws(RPCError) -> Session {
        guard let server = state.withLock({ $0.servers[endpoint] }) else {
            throw RPCError(.unavailable, "nobody serves \(endpoint)", neverStarted: true)
        }
        let executor = SerialQueueExecutor()
        let toServer = InProcessLink(direction: .toServer, filter: filter)
        let toClient = InProcessLink(direction: .toClient, filter: filter)
        let client = Session.client(hello: hello, link: toServer, executor: executor, time: time)
        let served = Session.server(server, link: toClient, executor: executor, time: time)
        server.adopt(served)
        toServer.deliver(to: served)
        toClient.deliver(to: client)
        state.withLock { $0.sessions += [client, served] }
        return client
    }

    /// Moves a ``ManualTime`` on, and lets every session do what is due.
    public func advance(by duration: Duration) async {
        (time as? ManualTime)?.advance(by: duration)
        for session in state.withLock({ $0.sessions }) { await session.tick(time.now) }
    }
}

/// One direction of an in-process connection.
final class InProcessLink: FrameLink {
    private let frames: AsyncStream<WireFrame>
    private let inlet: AsyncStream<WireFrame>.Continuation
    private let direction: InProcessTransport.Direction
    private let filter: InProcessTransport.Filter

    init(direction: InProcessTransport.Direction, filter: @escaping InProcessTransport.Filter) {
        (frames, inlet) = AsyncStream.makeStream()
        self.direction = direction
        self.filter = filter
    }

    func deliver(to session: Session) {
        let frames = frames
        Task { [weak session] in
            for await frame in frames { await session?.receive(frame) }
            await session?.close(.connectionLost)
        }
    }

    func send(_ frame: WireFrame) -> Bool {
        if let frame = filter(frame, direction), case .terminated = inlet.yield(frame) { return false }
        return true
    }

    func wake(at instant: Instant) {}
    func close() { inlet.finish() }
}
