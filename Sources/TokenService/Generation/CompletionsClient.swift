import StreamingHTTP

/// Has prompts spoken by completions servers.
public struct CompletionsClient: Sendable {
    let engine: HTTPEngine
    let connectTime: Duration
    let clock: any Clock<Duration>

    /// - Parameters:
    ///   - connectTime: How long a server may take to be connected to.
    ///   - clock: measures the tokens' time limits; connecting has real time.
    public init(
        engine: HTTPEngine, connectTime: Duration = .seconds(5),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.engine = engine
        self.connectTime = connectTime
        self.clock = clock
    }

    /// A session that begins when its first event is asked for.
    ///
    /// - Parameter onMilestone: told of each step of the session, for logs and metrics.
    public func generate(
        _ request: GenerationRequest, at endpoint: CompletionsEndpoint,
        patience: Patience = Patience(),
        onMilestone: @escaping @Sendable (GenerationMilestone) -> Void = { _ in }
    ) -> GenerationSession {
        GenerationSession(
            client: self, request: request, endpoint: endpoint, patience: patience,
            onMilestone: onMilestone)
    }

    func httpRequest(
        _ request: GenerationRequest, at endpoint: CompletionsEndpoint
    ) -> HTTPRequest {
        var headers: HTTPHeaders = [
            "Content-Type": "application/json", "Accept": "text/event-stream",
        ]
        if let key = endpoint.apiKey { headers.append("Authorization", "Bearer \(key)") }
        if let id = request.requestID { headers.append("X-Request-Id", id) }
        return HTTPRequest(
            method: "POST", url: endpoint.completionsURL, headers: headers,
            body: CompletionsRequest(model: endpoint.model, generation: request).encoded,
            timeouts: HTTPTimeouts(connect: connectTime))
    }
}

/// A step in the life of a generation.
public enum GenerationMilestone: Hashable, Sendable {
    /// The request is on its way.
    case requested
    /// The server took it; it may still wait in a queue there.
    case accepted
    case firstToken
    /// The outcome; nil is a good one.
    case ended(GenerationError.Kind?)
}
