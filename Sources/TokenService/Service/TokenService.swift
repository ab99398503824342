import LyreRPC
import Orpheus
import WireMessages

/// Tokens/Generate: a prompt in, frames of codes out, by completions servers. Tokens/Sessions: what
/// is being generated.
public struct TokenService: Sendable {
    let client: CompletionsClient
    let engines: EngineDirectory
    let sessions: SessionBook
    let metrics = TokenMetrics()
    private let refusal: @Sendable () -> String?

    /// - Parameter refusal: Why no call can be served now, in a sentence; nil when it can.
    public init(
        client: CompletionsClient, engines: EngineDirectory,
        refusal: @escaping @Sendable () -> String? = { nil }
    ) {
        self.client = client
        self.engines = engines
        self.refusal = refusal
        sessions = SessionBook(time: engines.time)
    }

    /// - Throws: UNAVAILABLE, never started, while there is nobody to ask.
    private func checkReady() throws(RPCError) {
        guard let reason = refusal() else { return }
        throw RPCError(
            .unavailable, reason, reason: "no_engine", neverStarted: true,
            retryAfterMilliseconds: 1000)
    }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.permit("Tokens", to: .frontend)
        registry.permit(Tokens.sessions.name, to: .operator)
        registry.unary(Tokens.sessions) { [sessions] _, _ in
            SessionsReply(sessions: sessions.sessions)
        }
        registry.limit("Tokens", to: admission)
        registry.serverStream(Tokens.generate) { request, writer, context in
            try checkReady()
            try await GenerateCall(
                service: self, writer: writer, observed: context.observed
            ).run(request)
        }
        registry.report { [engines, sessions] in (engines.queued, sessions.worstLead) }
    }

    /// Brings gauges up to date, before somebody reads them.
    public func updateMetrics() {
        metrics.update(
            queued: engines.queued, worstLead: sessions.worstLead, engines: engines.engines)
    }
}
