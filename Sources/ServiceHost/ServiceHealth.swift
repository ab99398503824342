import LyreRPC
import Synchronization
import WireMessages

/// What Health/Check and Health/Watch answer.
public final class ServiceHealth: Sendable {
    private struct State {
        var isServing = false
        var watchers: [Int: AsyncStream<Bool>.Continuation] = [:]
        var next = 0
    }

    private let services: Set<String>
    private let state = Mutex(State())

    public init(services: [String]) { self.services = Set(services) }

    public func set(serving: Bool) {
        let watchers = state.withLock { state in
            state.isServing = serving
            return Array(state.watchers.values)
        }
        for watcher in watchers { watcher.yield(serving) }
    }

    func register(in registry: inout Registry) {
        registry.unary(Health.check, execution: .inline) { request, _ in self.check(request) }
        registry.serverStream(Health.watch) { request, writer, _ in
            try await self.watch(request, writer)
        }
    }

    private func check(_ request: HealthRequest) -> HealthReply {
        guard request.service.isEmpty || services.contains(request.service) else {
            return HealthReply(status: .serviceUnknown)
        }
        return HealthReply(status: state.withLock { $0.isServing } ? .serving : .notServing)
    }

    private func watch(_ request: HealthRequest, _ writer: MessageWriter<HealthReply>) async throws {
        let (changes, continuation) = AsyncStream<Bool>.makeStream(
            bufferingPolicy: .bufferingNewest(1))
        let id = state.withLock { state in
            state.next += 1
            state.watchers[state.next] = continuation
            return state.next
        }
        defer { state.withLock { $0.watchers[id] = nil } }
        try await writer.send(check(request))
        for await _ in changes { try await writer.send(check(request)) }
        try Task.checkCancellation()
    }
}
