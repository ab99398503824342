import LyreRPC
import Synchronization
import TestSupport

/// Some servers of one service in one process, each of which can be killed, drained, or made to
/// lie.
final class Replicas: Connector {
    /// Changes or loses a frame on its way, of the server of that number.
    typealias Tamper = @Sendable (WireFrame, InProcessTransport.Direction, Int) -> WireFrame?

    /// The number of the server of each call, in order.
    let opened = Recorder<Int>()
    let time = ManualTime()
    private let transports: [InProcessTransport]
    private let servers: [RPCServer]
    private let endpoints: [Endpoint]
    private let service: String
    private let state: Mutex<State>

    private struct State {
        var dead: Set<Int> = []
        var sessions: [Int: Session] = [:]
    }

    /// - Parameter register: Registers the methods of the server of that number.
    init(
        _ count: Int, of service: String, tamper: @escaping Tamper = { frame, _, _ in frame },
        _ register: (Int, inout Registry) -> Void
    ) {
        self.service = service
        state = Mutex(State())
        var transports: [InProcessTransport] = []
        var servers: [RPCServer] = []
        var endpoints: [Endpoint] = []
        for number in 0..<count {
            let transport = InProcessTransport(time: time) { [opened] frame, direction in
                if case .open = frame.body { opened.record(number) }
                return tamper(frame, direction, number)
            }
            var registry = Registry()
            register(number, &registry)
            let server = RPCServer(registry: registry, schema: 0)
            endpoints.append(transport.serve(server, as: "\(service)-\(number)"))
            transports.append(transport)
            servers.append(server)
        }
        self.transports = transports
        self.servers = servers
        self.endpoints = endpoints
    }

    /// A channel that has a session to each of them.
    func channel() async -> Channel {
        let channel = Channel(
            service: service, resolver: StaticResolver(endpoints), connector: self, time: time)
        await until { channel.readyEndpoints.count == self.endpoints.count }
        return channel
    }

    func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session {
        let number = endpoints.firstIndex(of: endpoint)!
        if state.withLock({ $0.dead.contains(number) }) {
            throw RPCError(.unavailable, "nobody listens there", neverStarted: true)
        }
        let session = try await transports[number].connect(to: endpoint, service: service)
        state.withLock { $0.sessions[number] = session }
        return session
    }

    /// Its connections break off, and it takes no new ones.
    func kill(_ number: Int) async {
        let session = state.withLock { state in
            state.dead.insert(number)
            return state.sessions[number]
        }
        await session?.close(.connectionLost)
    }

    /// The one that has the last call.
    func killCurrent() async { await kill(opened.all.last!) }

    /// Its connections break off, and it takes new ones at once.
    func restart(_ number: Int) async {
        await state.withLock { $0.sessions[number] }?.close(.connectionLost)
    }

    /// Refuses calls, and ends those at work.
    func drain(_ number: Int) async { await servers[number].drain(grace: .zero) }

    /// Lets time pass for sessions; those that are due to PING do so.
    func advance(by duration: Duration) async {
        time.advance(by: duration)
        for transport in transports { await transport.advance(by: .zero) }
    }
}
