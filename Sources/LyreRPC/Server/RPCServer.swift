import Synchronization

/// A server's methods and state, shared by its sessions on all of its transports.
public final class RPCServer: Sendable {
    public let registry: Registry
    /// A random name that tells restarts apart.
    public let instance: String
    public let schema: UInt64
    public let windows: Windows
    /// Told of what happens at the door, on the transport's thread: it must not block.
    package let observe: @Sendable (ServerEvent) -> Void
    let calls: any CallObserver
    private let state = Mutex(State())

    private struct State {
        var draining = false
        var sessions: [ObjectIdentifier: WeakSession] = [:]
    }

    private struct WeakSession: Sendable {
        weak var session: Session?
    }

    /// - Parameter calls: Told of all calls, those that are refused too.
    public init(
        registry: Registry, schema: UInt64, windows: Windows = .standard,
        instance: String = String(UInt64.random(in: .min ... .max), radix: 16),
        calls: any CallObserver = Unobserved(),
        observe: @escaping @Sendable (ServerEvent) -> Void = { _ in }
    ) {
        self.registry = registry
        self.schema = schema
        self.windows = windows
        self.instance = instance
        self.calls = calls
        self.observe = observe
    }

    public var isDraining: Bool { state.withLock { $0.draining } }

    /// Sessions that are not over.
    public var sessionCount: Int { state.withLock { $0.sessions.count } }

    /// The highest version that both sides speak, or nil.
    func version(for wanted: ClosedRange<UInt32>) -> UInt32? {
        let version = min(wanted.upperBound, WireRules.versions.upperBound)
        return wanted.contains(version) && WireRules.versions.contains(version) ? version : nil
    }

    var load: Load {
        var load = registry.load
        load.draining = isDraining
        return load
    }

    /// Remembers a session, so that it hears of a drain.
    public func adopt(_ session: Session) {
        state.withLock { $0.sessions[ObjectIdentifier(session)] = WeakSession(session: session) }
        observe(.sessionBegan(session.caller))
    }

    /// A session is over.
    func release(_ session: Session) {
        let had = state.withLock { $0.sessions.removeValue(forKey: ObjectIdentifier(session)) }
        if had != nil { observe(.sessionEnded(session.caller)) }
    }

    /// Refuses new calls as never started, and waits until those at work have ended.
    ///
    /// - Parameter grace: after it, calls at work are ended with UNAVAILABLE.
    public func drain(grace: Duration, clock: some Clock<Duration> = ContinuousClock()) async {
        let sessions = state.withLock {
            $0.draining = true
            return $0.sessions.values.compactMap(\.session)
        }
        for session in sessions { await session.goAway() }
        let end = clock.now.advanced(by: grace)
        while clock.now < end {
            var busy = false
            for session in sessions where await session.hasCalls { busy = true }
            if !busy { break }
            try? await clock.sleep(
                until: min(end, clock.now.advanced(by: .milliseconds(20))), tolerance: nil)
        }
        for session in sessions { await session.endCalls(.cutShort) }
    }
}
