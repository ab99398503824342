import LyreRPC
import Orpheus
import WireMessages

/// Tokens/Generate: a prompt in, frames of codes out, by a completions server.
public struct TokenService: Sendable {
    let client: CompletionsClient
    let endpoint: CompletionsEndpoint
    let metrics = TokenMetrics()
    private let refusal: @Sendable () -> String?

    /// - Parameter refusal: Why no call can be served now, in a sentence; nil when it can.
    public init(
        client: CompletionsClient, endpoint: CompletionsEndpoint,
        refusal: @escaping @Sendable () -> String? = { nil }
    ) {
        self.client = client
        self.endpoint = endpoint
        self.refusal = refusal
    }

    /// - Throws: UNAVAILABLE, never started, while there is nobody to ask.
    func checkReady() throws(RPCError) {
        guard let reason = refusal() else { return }
        throw RPCError(
            .unavailable, reason, reason: "engine_not_ready", neverStarted: true,
            retryAfterMilliseconds: 1000)
    }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.limit("Tokens", to: admission)
        registry.serverStream(Tokens.generate) { request, writer, _ in
            try checkReady()
            try await GenerateCall(service: self, writer: writer).run(request)
        }
    }
}
