import LyreRPC
import Orpheus
import StreamingHTTP
import TestSupport
import TextFrontend
import TokenService
import WireMessages

/// The handlers of a farm in one process, without a network between them.
///
/// The text frontend and the token service are the real ones; the engine plays a script, and the
/// decoder is what a test makes of it.
struct TestFarm {
    let speech: Channel
    private let engine: ReplayServer?

    /// - Parameters:
    ///   - engine: Answers completions requests, a connection each.
    ///   - decoder: Registers Decoder/Decode.
    init(
        engine script: @escaping @Sendable (ReplayConnection) -> Void,
        decoder: (inout Registry) -> Void
    ) throws {
        let engine = try ReplayServer(script)
        let endpoint = try CompletionsEndpoint(baseURL: engine.url, model: "orpheus")
        let client = CompletionsClient(engine: HTTPEngine())
        let tokens = TokenService(
            client: client, engines: EngineDirectory(StaticEngines([Engine(endpoint: endpoint)])))
        self.init(
            engine: engine, decoder: decoder,
            tokens: { tokens.register(in: &$0, admission: Admission(capacity: 8)) })
    }

    /// - Parameter tokens: Registers Tokens/Generate.
    init(
        engine: ReplayServer? = nil, decoder: (inout Registry) -> Void,
        tokens: (inout Registry) -> Void
    ) {
        let transport = InProcessTransport()
        func channel(_ service: String, _ register: (inout Registry) -> Void) -> Channel {
            var registry = Registry()
            register(&registry)
            let server = RPCServer(registry: registry, schema: 0)
            return Channel(
                service: service, resolver: StaticResolver([transport.serve(server, as: service)]),
                connector: transport, time: transport.time)
        }
        self.init(
            engine: engine, tokens: channel("Tokens", tokens), decoder: channel("Decoder", decoder))
    }

    /// - Parameter clock: Of the frontend's pauses, and of what servers are given up after.
    init(
        engine: ReplayServer? = nil, tokens: Channel, decoder: Channel,
        clock: any Clock<Duration> = ContinuousClock()
    ) {
        let frontend = TextFrontend(tokens: tokens, decoder: decoder, clock: clock)
        let transport = InProcessTransport()
        var registry = Registry()
        frontend.register(in: &registry, admission: Admission(capacity: 8))
        let server = RPCServer(registry: registry, schema: 0)
        speech = Channel(
            service: "Speech", resolver: StaticResolver([transport.serve(server)]),
            connector: transport, time: transport.time)
        self.engine = engine
    }

    /// Has a text spoken, and returns all that came.
    ///
    /// - Parameter onReply: called with each reply, before the next one is read.
    func speak(
        _ text: String, format: SampleFormat = .s16, withFrames: Bool = false,
        rules: TextRules = TextRules(), onReply: (SpeakReply) async -> Void = { _ in }
    ) async throws -> Spoken {
        try await speech.bidirectional(Speech.speak) { replies, requests in
            let start = SpeakStart(
                seed: 3, format: format, withFrames: withFrames, rules: rules)
            try await requests.send(.start(start))
            try await requests.send(.text(text))
            try await requests.finish()
            var spoken = Spoken()
            while let reply = try await replies.next() {
                spoken.add(reply)
                await onReply(reply)
            }
            return spoken
        }
    }
}

/// What a call of Speech/Speak came to.
struct Spoken: Sendable {
    private(set) var samples: [UInt8] = []
    /// The codes of each message of frames.
    private(set) var frames: [[UInt32]] = []
    private(set) var prompts = 0
    private(set) var summary: SpeakSummary?

    mutating func add(_ reply: SpeakReply) {
        switch reply {
        case .prompt: prompts += 1
        case .audio(let audio): samples += audio.samples
        case .frames(let codes): frames.append(codes.codes)
        case .summary(let summary): self.summary = summary
        }
    }
}
