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

    public init(client: CompletionsClient, engines: EngineDirectory) {
        self.client = client
        self.engines = engines
        sessions = SessionBook(time: engines.time)
    }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.unary(Tokens.sessions) { [sessions] _, _ in
            SessionsReply(sessions: sessions.sessions)
        }
        registry.limit("Tokens", to: admission)
        registry.serverStream(Tokens.generate) { request, writer, _ in
            try await GenerateCall(service: self, writer: writer).run(request)
        }
        registry.report { [engines, sessions] in (engines.queued, sessions.worstLead) }
    }

    /// Brings gauges up to date, before somebody reads them.
    public func updateMetrics() {
        metrics.update(
            queued: engines.queued, worstLead: sessions.worstLead, engines: engines.engines)
    }
}
