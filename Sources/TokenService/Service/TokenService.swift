import LyreRPC
import Orpheus
import WireMessages

/// Tokens/Generate: a prompt in, frames of codes out, by a completions server.
public struct TokenService: Sendable {
    let client: CompletionsClient
    let endpoint: CompletionsEndpoint
    let metrics = TokenMetrics()

    public init(client: CompletionsClient, endpoint: CompletionsEndpoint) {
        self.client = client
        self.endpoint = endpoint
    }

    public func register(in registry: inout Registry, admission: Admission) {
        registry.limit("Tokens", to: admission)
        registry.serverStream(Tokens.generate) { request, writer, _ in
            try await GenerateCall(service: self, writer: writer).run(request)
        }
    }
}
