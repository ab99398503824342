import Synchronization

/// The choice of a session for a call.
extension Channel {
    private enum Choice {
        case session(Session, Endpoint)
        case failed(RPCError)
        case wait(version: UInt64)
    }

    /// A session to call on. Waits for the first endpoint to answer; fails as soon as all have
    /// failed.
    ///
    /// - Parameter tried: endpoints that are taken only if there is no other.
    func pick(until deadline: Instant, avoiding tried: Set<Endpoint> = [])
        async throws(RPCError) -> (Session, Endpoint)
    {
        while true {
            switch state.withLock({ choose(&$0, avoiding: tried) }) {
            case .session(let session, let endpoint): return (session, endpoint)
            case .failed(let error): throw error
            case .wait(let version):
                guard time.now < deadline else { throw .expiredBeforeStart }
                let limit = deadline == .distantFuture ? nil : deadline - time.now
                await waitForChange(since: version, atMost: limit)
                if Task.isCancelled { throw .cancelledBeforeStart }
            }
        }
    }

    /// Whether there is an endpoint beside these to call now.
    ///
    /// - Parameter hasRoom: it has room for another call too, by its last report.
    public func hasEndpoint(beside tried: Set<Endpoint>, hasRoom: Bool = false) -> Bool {
        state.withLock { state in
            state.ready.contains { ready in
                !tried.contains(ready.endpoint)
                    && ready.session.pressure.withLock { $0.isUsable && (!hasRoom || $0.hasRoom) }
            }
        }
    }

    private func choose(_ state: inout State, avoiding tried: Set<Endpoint>) -> Choice {
        if state.isShutDown {
            return .failed(RPCError(.unavailable, "the channel was shut down", neverStarted: true))
        }
        let now = time.now
        var random = SystemRandomNumberGenerator()
        var ready = state.ready.filter { $0.session.isUsable }
        // What this call knows of an endpoint counts for more than what others have seen.
        ready = ready.filtered { !tried.contains($0.endpoint) }
        ready = ready.filtered { !state.outliers.isEjected($0.endpoint, at: now) }
        // A newcomer takes what others have no room for, however new it is.
        ready = ready.filtered { $0.session.pressure.withLock { $0.hasRoom } }
        ready = state.slowStart.admitted(ready, at: now, using: &random, endpoint: \.endpoint)
        let place = Balancer.pick(ready.count, using: &random) { place in
            ready[place].session.pressure.withLock { $0.score }
        }
        if let place {
            ready[place].session.pressure.withLock { $0.choose() }
            return .session(ready[place].session, ready[place].endpoint)
        }
        // A session that has just ended makes way for a new one.
        guard state.ready.isEmpty else { return .wait(version: state.version) }
        if state.keepers.isEmpty, let error = state.resolution { return .failed(error) }
        guard state.resolved, state.failures.count == state.keepers.count,
            let (endpoint, error) = state.failures.first
        else { return .wait(version: state.version) }
        return .failed(.unreachable(service, endpoint, error, of: state.failures.count))
    }

    private func waitForChange(since version: UInt64, atMost limit: Duration?) async {
        let waiter = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        let timer = limit.map { limit in
            Task {
                try? await Task.sleep(for: limit)
                self.resume(waiter)
            }
        }
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                let isLate = state.withLock { state in
                    if Task.isCancelled || state.version != version { return true }
                    state.waiters[waiter] = continuation
                    return false
                }
                if isLate { continuation.resume() }
            }
        } onCancel: {
            resume(waiter)
        }
        timer?.cancel()
    }

    private func resume(_ waiter: UInt64) {
        state.withLock { $0.waiters.removeValue(forKey: waiter) }?.resume()
    }
}

extension Array {
    /// Those that are as wanted, or all where none is.
    fileprivate func filtered(_ isWanted: (Element) -> Bool) -> [Element] {
        guard count > 1 else { return self }
        let wanted = filter(isWanted)
        return wanted.isEmpty ? self : wanted
    }
}
