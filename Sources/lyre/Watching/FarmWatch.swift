import LyreRPC
import Synchronization
import WireMessages
import ZeroMQTransport

/// Looks at all servers of some targets, again and again.
final class FarmWatch: Sendable {
    private static let patience = Duration.seconds(2)

    private let targets: [any Resolver]
    private let transport: ZeroMQTransport
    private let security: ClientSecurity?

    private struct State {
        var channels: [Endpoint: Channel] = [:]
        var last: [Endpoint: ServerSample] = [:]
    }
    private let state = Mutex(State())

    /// - Throws: In one sentence, where a target is none.
    init(_ targets: [String], security: ClientSecurity?) throws(RPCError) {
        var resolvers: [any Resolver] = []
        for target in targets { resolvers.append(try Target.resolver(for: target)) }
        self.targets = resolvers
        self.security = security
        transport = ZeroMQTransport(client: "lyre top")
    }

    /// A row a server. One that does not answer within 2 s has a row that says why.
    func look() async throws(RPCError) -> [ServerRow] {
        var endpoints: Set<Endpoint> = []
        for target in targets { endpoints.formUnion(try await target.resolve()) }
        return await withTaskGroup(of: ServerRow.self) { group in
            for endpoint in endpoints { group.addTask { await self.look(at: endpoint) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func look(at endpoint: Endpoint) async -> ServerRow {
        do throws(RPCError) {
            let reply = try await channel(to: endpoint).unary(
                ServerStatus.metrics, MetricsRequest(), options: CallOptions(timeout: Self.patience))
            let sample = ServerSample(endpoint, reply, at: SystemTime().now)
            let last = state.withLock { state in
                defer { state.last[endpoint] = sample }
                return state.last[endpoint]
            }
            return ServerRow(sample, since: last)
        } catch {
            return ServerRow(endpoint, unreachable: error)
        }
    }

    private func channel(to endpoint: Endpoint) throws(RPCError) -> Channel {
        if let known = state.withLock({ $0.channels[endpoint] }) { return known }
        let new = try transport.channel(
            to: endpoint.address, service: "Status", security: security)
        state.withLock { $0.channels[endpoint] = new }
        return new
    }
}
