import Synchronization

/// What a channel learns from how calls end, and what it tells of it.
extension Channel {
    /// Says that an endpoint failed in a way that no status shows, such as a stream that hangs.
    public func reportFailure(of endpoint: Endpoint, _ error: RPCError) {
        record(.failed(error), of: endpoint)
    }

    /// Takes leave to make a call once more, as who goes on with a broken stream elsewhere has to.
    ///
    /// - Returns: False when too many calls are repeated; the caller then gives the first error
    ///   back.
    public func takeRetry() -> Bool {
        let isGranted = state.withLock { state in
            let isGranted = state.budget.take(at: time.now)
            if isGranted { state.counts.retries += 1 } else { state.counts.refusedRetries += 1 }
            return isGranted
        }
        tell(isGranted ? .retried : .retryRefused)
        return isGranted
    }

    /// Hands further events to `observer`, instead of another one. It must be quick: calls wait
    /// for it.
    public func observe(_ observer: @escaping @Sendable (ChannelEvent) -> Void) {
        let resolution = state.withLock { state in
            state.observer = observer
            return state.resolution
        }
        // It may have failed before there was anybody to tell.
        if let resolution { observer(.unresolved(resolution)) }
    }

    /// Its servers and counts.
    public var report: ChannelReport {
        let now = time.now
        return state.withLock { state in
            let endpoints = state.keepers.keys.sorted { $0.address < $1.address }.map { endpoint in
                let session = state.ready.last { $0.endpoint == endpoint }?.session
                let pressure = session?.pressure.withLock { $0 } ?? Pressure()
                return EndpointReport(
                    endpoint: endpoint, state: state.state(of: endpoint, at: now),
                    share: state.slowStart.share(of: endpoint, at: now), load: pressure.load,
                    calls: pressure.local)
            }
            return ChannelReport(
                service: service, endpoints: endpoints, counts: state.counts,
                resolution: state.resolution)
        }
    }

    /// A call is made, not counting its retries.
    func begin() {
        state.withLock { state in
            state.counts.calls += 1
            state.budget.deposit()
        }
    }

    /// A call has ended at an endpoint; nil for one that ended before its status.
    func record(_ status: Status?, of endpoint: Endpoint) {
        if let status { record(OutlierDetector.Outcome(status), of: endpoint) }
    }

    private func record(_ outcome: OutlierDetector.Outcome, of endpoint: Endpoint) {
        var random = SystemRandomNumberGenerator()
        let now = time.now
        let ejection = state.withLock { state -> Duration? in
            let ejection = state.outliers.record(outcome, of: endpoint, at: now, using: &random)
            guard let ejection else { return nil }
            state.counts.ejections += 1
            state.slowStart.restart(endpoint, at: now + ejection)
            return ejection
        }
        guard let ejection, case .failed(let error) = outcome else { return }
        tell(.ejected(endpoint, time: ejection, error))
    }

    func tell(_ event: ChannelEvent) { state.withLock { $0.observer }(event) }
}

extension Channel.State {
    fileprivate func state(of endpoint: Endpoint, at now: Instant) -> EndpointReport.State {
        if let (until, error) = outliers.ejection(of: endpoint, at: now) {
            return .ejected(until - now, error)
        }
        if ready.contains(where: { $0.endpoint == endpoint && $0.session.isUsable }) {
            return .ready
        }
        return failures[endpoint].map { .unreachable($0) } ?? .connecting
    }
}
