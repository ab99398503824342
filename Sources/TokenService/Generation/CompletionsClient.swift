import StreamingHTTP

/// Has prompts spoken by completions servers.
public struct CompletionsClient: Sendable {
    /// How long a server may take.
    public struct Timeouts: Hashable, Sendable {
        /// To connect.
        public var connect: Duration
        /// From the request to the first token: connecting, the server's queue and the prefill.
        public var firstToken: Duration
        /// Between two tokens.
        public var nextToken: Duration

        public init(
            connect: Duration = .seconds(5), firstToken: Duration = .seconds(30),
            nextToken: Duration = .seconds(5)
        ) {
            self.connect = connect
            self.firstToken = firstToken
            self.nextToken = nextToken
        }
    }

    let engine: HTTPEngine
    let timeouts: Timeouts
    let clock: any Clock<Duration>

    /// - Parameter clock: measures the tokens' time limits; connecting has real time.
    public init(
        engine: HTTPEngine, timeouts: Timeouts = Timeouts(),
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        self.engine = engine
        self.timeouts = timeouts
        self.clock = clock
    }

    /// A session that begins when its first event is asked for.
    ///
    /// - Parameter onMilestone: told of each step of the session, for logs and metrics.
    public func generate(
        _ request: GenerationRequest, at endpoint: CompletionsEndpoint,
        onMilestone: @escaping @Sendable (GenerationMilestone) -> Void = { _ in }
    ) -> GenerationSession {
        GenerationSession(
            client: self, request: request, endpoint: endpoint, onMilestone: onMilestone)
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
            timeouts: HTTPTimeouts(connect: timeouts.connect))
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
