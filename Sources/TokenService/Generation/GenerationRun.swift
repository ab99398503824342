import Orpheus
import StreamingHTTP

/// The I/O of a session: carries bytes from the exchange to the state machine.
final class GenerationRun {
    private let session: GenerationSession
    private let machine: SharedMachine
    private var exchange: HTTPExchange?
    private var response: HTTPResponse?
    private var body: HTTPBody.Iterator?
    private var watch: StallWatch?
    private var outcome: Result<GenerationEnd, GenerationError>?
    private var hasToken = false
    private var isOver = false

    init(_ session: GenerationSession) {
        self.session = session
        machine = SharedMachine(
            GenerationStateMachine(session.request, endpoint: session.endpoint.description))
    }

    deinit {
        guard !isOver, let exchange else { return }
        exchange.cancel()
        session.onMilestone(.ended(.cancelled))
    }

    func next(
        isolation: isolated (any Actor)? = #isolation
    ) async throws(GenerationError) -> GenerationEvent? {
        guard !isOver else { return nil }
        if exchange == nil { try start() }
        while true {
            if let outcome { return try finish(outcome) }
            let reaction = await step()
            outcome = reaction.outcome
            if reaction.hasProgressed {
                watch?.progress(limit: session.patience.nextToken())
                if !hasToken { session.onMilestone(.firstToken) }
                hasToken = true
            }
            if !reaction.codes.isEmpty { return .codes(reaction.codes) }
        }
    }

    private func start() throws(GenerationError) {
        if let fault = session.request.fault {
            _ = try finish(.failure(GenerationError(.badRequest, fault)))
        }
        session.onMilestone(.requested)
        let client = session.client
        let exchange = client.engine.start(
            client.httpRequest(session.request, at: session.endpoint))
        self.exchange = exchange
        watch = StallWatch(client.clock, first: session.patience.firstToken) { exchange.cancel() }
    }

    /// Waits for what comes next from the server.
    private func step(
        isolation: isolated (any Actor)? = #isolation
    ) async -> GenerationStateMachine.Reaction {
        watch?.begin()
        defer { watch?.end() }
        do throws(HTTPFailure) {
            guard body != nil else { return try await receiveHead() }
            let hasNews = try await body?.read { [machine, watch] in machine.read($0, watch) }
            return hasNews == true ? machine.takeReaction() : machine.react { $0.bodyEnded() }
        } catch {
            if error.kind == .cancelled, let time = watch?.fired {
                return machine.react { $0.stalled(for: time) }
            }
            return machine.react { $0.failed(error) }
        }
    }

    private func receiveHead(
        isolation: isolated (any Actor)? = #isolation
    ) async throws(HTTPFailure) -> GenerationStateMachine.Reaction {
        guard let response = try await exchange?.response() else { return .init() }
        self.response = response
        body = response.body.makeAsyncIterator()
        if response.status == 200 { session.onMilestone(.accepted) }
        return machine.react { $0.received(status: response.status, headers: response.headers) }
    }

    private func finish(
        _ outcome: Result<GenerationEnd, GenerationError>
    ) throws(GenerationError) -> GenerationEvent {
        isOver = true
        watch?.stop()
        switch outcome {
        case .success(let end):
            // All that matters has come: the connection can serve the next request.
            response?.body.drain()
            release()
            session.onMilestone(.ended(nil))
            return .end(end)
        case .failure(let error):
            exchange?.cancel()
            release()
            session.onMilestone(.ended(error.kind))
            throw error
        }
    }

    private func release() { (exchange, response, body, watch) = (nil, nil, nil, nil) }
}
