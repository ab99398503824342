import Synchronization

/// A client's way to a service, over all of its servers.
///
/// It keeps a session to every endpoint that the resolver names and spreads calls over them.
public final class Channel: Sendable {
    public let service: String
    private let resolver: any Resolver
    private let connector: any Connector
    let time: any TimeSource
    let calls: any CallObserver
    let state: Mutex<State>

    struct State {
        /// One task an endpoint keeps its session.
        var keepers: [Endpoint: Task<Void, Never>] = [:]
        var ready: [(endpoint: Endpoint, session: Session)] = []
        /// Why an endpoint cannot be used, once it was tried.
        var failures: [Endpoint: RPCError] = [:]
        var outliers = OutlierDetector()
        var slowStart = SlowStart()
        var budget: RetryBudget
        var counts = ChannelReport.Counts()
        var observer: @Sendable (ChannelEvent) -> Void = { _ in }
        /// Why the resolver could not be asked, or named nobody.
        var resolution: RPCError?
        var resolved = false
        var refresher: Task<Void, Never>?
        var waiters: [UInt64: UnsafeContinuation<Void, Never>] = [:]
        var nextWaiter: UInt64 = 0
        /// Counts changes, so that none is missed between a look and the wait for the next one.
        var version: UInt64 = 0
        var isShutDown = false
    }

    /// - Parameter calls: Told of each call as a whole, its retries included.
    public init(
        service: String, resolver: any Resolver, connector: any Connector,
        time: any TimeSource = SystemTime(), calls: any CallObserver = Unobserved()
    ) {
        self.calls = calls
        self.time = time
        state = Mutex(State(budget: RetryBudget(now: time.now)))
        self.service = service
        self.resolver = resolver
        self.connector = connector
        let task = Task { [weak self] in
            while !Task.isCancelled, let interval = await self?.refresh() {
                try? await Task.sleep(for: interval)
            }
        }
        state.withLock { $0.refresher = task }
    }

    deinit { shutdown() }

    /// Ends all sessions, and with them their calls.
    public func shutdown() {
        let (tasks, sessions) = state.withLock { state in
            state.isShutDown = true
            defer {
                state.keepers = [:]
                state.ready = []
            }
            return (Array(state.keepers.values) + [state.refresher].compactMap(\.self), state.ready)
        }
        for task in tasks { task.cancel() }
        for (_, session) in sessions { Task { await session.shutdown() } }
        wake()
    }

    /// Endpoints that can be called now.
    public var readyEndpoints: [Endpoint] { state.withLock { $0.ready.map(\.endpoint) } }

    // MARK: Endpoints

    /// Looks endpoints up; the time until the next look.
    private func refresh() async -> Duration? {
        do throws(RPCError) {
            let endpoints = Set(try await resolver.resolve())
            let unwanted = state.withLock { state -> [Task<Void, Never>] in
                guard !state.isShutDown else { return [] }
                state.resolved = true
                state.resolution = endpoints.isEmpty ? .noEndpoints(service) : nil
                for endpoint in endpoints where state.keepers[endpoint] == nil {
                    state.outliers.add(endpoint, at: time.now)
                    state.keepers[endpoint] = Task { [weak self] in
                        await Self.keep(endpoint) { self }
                    }
                }
                let unwanted = state.keepers.filter { !endpoints.contains($0.key) }
                for endpoint in unwanted.keys {
                    state.keepers[endpoint] = nil
                    state.failures[endpoint] = nil
                    state.outliers.remove(endpoint)
                    state.slowStart.remove(endpoint)
                }
                return Array(unwanted.values)
            }
            for task in unwanted { task.cancel() }
        } catch {
            // The last endpoints that were known stay.
            let isNew = state.withLock { state in
                defer { state.resolution = error }
                return state.resolution != error
            }
            if isNew { tell(.unresolved(error)) }
        }
        wake()
        return resolver.interval
    }

    /// Keeps a session to an endpoint until the endpoint is no longer wanted.
    private static func keep(_ endpoint: Endpoint, _ channel: () -> Channel?) async {
        var backoff = Backoff()
        var random = SystemRandomNumberGenerator()
        while !Task.isCancelled {
            guard let (connector, service) = channel().map({ ($0.connector, $0.service) }) else {
                return
            }
            do throws(RPCError) {
                let session = try await connector.connect(to: endpoint, service: service)
                let instance = await session.peer?.instance ?? ""
                guard channel()?.use(session, endpoint, instance) == true else {
                    return await session.shutdown()
                }
                let reason = await session.untilUnusable()
                channel()?.drop(session, endpoint, reason)
                // Calls at work on it end well.
                await session.retire()
                if Task.isCancelled { return }
                // A server that drains would welcome us again and again.
                if reason != .draining { backoff.reset() }
                // Names may point elsewhere now.
                _ = await channel()?.refresh()
            } catch {
                channel()?.fail(endpoint, error)
            }
            try? await Task.sleep(for: backoff.next(using: &random))
        }
    }

    private func use(_ session: Session, _ endpoint: Endpoint, _ instance: String) -> Bool {
        let used = state.withLock { state in
            guard !state.isShutDown, state.keepers[endpoint] != nil else { return false }
            state.ready.append((endpoint, session))
            state.failures[endpoint] = nil
            if state.slowStart.join(endpoint, instance: instance, at: time.now) {
                state.outliers.forgive(endpoint, at: time.now)
            }
            return true
        }
        wake()
        return used
    }

    /// A session has ended. Unless the server said that it goes, that is no failure yet: calls wait
    /// for the first attempt at a new one.
    private func drop(_ session: Session, _ endpoint: Endpoint, _ reason: RPCError) {
        state.withLock { $0.ready.removeAll { $0.session === session } }
        if reason == .draining { fail(endpoint, reason) } else { wake() }
        if reason.code == .dataLoss { tell(.lost(endpoint)) }
    }

    private func fail(_ endpoint: Endpoint, _ reason: RPCError) {
        state.withLock { if $0.keepers[endpoint] != nil { $0.failures[endpoint] = reason } }
        wake()
    }

    private func wake() {
        let waiters = state.withLock { state in
            defer { state.waiters = [:] }
            state.version += 1
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }
}

extension RPCError {
    static func noEndpoints(_ service: String) -> RPCError {
        RPCError(
            .unavailable, "there is no endpoint for \(service)", reason: "no_endpoint",
            neverStarted: true)
    }

    static func unreachable(
        _ service: String, _ endpoint: Endpoint, _ error: RPCError, of count: Int
    ) -> RPCError {
        // What will not be better the next time is told from what may be.
        let isRefusal = [.failedPrecondition, .unauthenticated].contains(error.code)
        let others = count > 1 ? " (and \(count - 1) more endpoints)" : ""
        return RPCError(
            isRefusal ? error.code : .unavailable,
            "\(service) cannot be reached at \(endpoint)\(others): \(error.status.message)",
            reason: error.status.reason, neverStarted: true)
    }
}
