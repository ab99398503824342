import LyreRPC
import Orpheus
import StreamingHTTP
import TestSupport
import TokenService
import WireMessages

/// A token service over engines that tests script, called over the in-process transport.
final class TokenFarm: Sendable {
    /// What an engine does with one connection.
    typealias Script = @Sendable (ReplayConnection) -> Void

    let directory: EngineDirectory
    let engines: [Engine]
    let channel: Channel
    private let servers: [ReplayServer]

    /// The first engine is asked first, for as long as it is usable and has room.
    init(
        _ scripts: [Script], streams: Int = 8, queue: EngineDirectory.Queue = .init(),
        clock: any Clock<Duration> = ContinuousClock()
    ) throws {
        servers = try scripts.map { try ReplayServer($0) }
        engines = try servers.map { Engine(endpoint: try .at($0.url), streams: streams) }
        directory = EngineDirectory(StaticEngines(engines), queue: queue, clock: clock)
        directory.change(engines[0]) { $0.health = .ready }
        let service = TokenService(
            client: CompletionsClient(engine: HTTPEngine(), clock: clock), engines: directory)
        let transport = InProcessTransport()
        var registry = Registry()
        service.register(in: &registry, admission: Admission(capacity: 64))
        let server = RPCServer(registry: registry, schema: 0)
        channel = Channel(
            service: "Tokens", resolver: StaticResolver([transport.serve(server)]),
            connector: transport, time: transport.time)
    }

    deinit { channel.shutdown() }

    /// What a call came to.
    struct Spoken: Sendable {
        var codes: [UInt32] = []
        var end: GenerateEnd?
    }

    /// - Parameter onCodes: Told of all codes so far, whenever some come.
    func speak(
        _ request: GenerateRequest = GenerateRequest(voice: "tara", text: "Hello there."),
        onCodes: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> Spoken {
        try await channel.serverStream(Tokens.generate, request) { reader in
            var spoken = Spoken()
            while let reply = try await reader.next() {
                switch reply {
                case .frames(let frames):
                    spoken.codes += frames.codes
                    onCodes(spoken.codes.count)
                case .end(let end): spoken.end = end
                }
            }
            return spoken
        }
    }

    var sessions: [SessionInfo] {
        get async throws { try await channel.unary(Tokens.sessions, SessionsRequest()).sessions }
    }
}

/// A model whose speech is known: any engine goes on with it behind what a prompt holds.
struct KnownSpeech: Sendable {
    let codes: [UInt16]

    init(frames: Int) {
        codes = (0..<frames).flatMap { frame in
            (0..<7).map { UInt16((frame * 131 + $0 * 17) % 4096) }
        }
    }

    var all: [UInt32] { codes.map(UInt32.init) }

    private func id(_ index: Int) -> Int { Slot.tokenID(slot: index % 7, code: codes[index]) }

    /// Answers a request: so many tokens of what is left, or all of it and the end of speech.
    /// - Returns: Whether it was asked to go on behind where `expected` says.
    @discardableResult
    func answer(_ connection: ReplayConnection, tokens: Int = .max) -> Int? {
        guard let request = connection.readRequest(), let done = Self.done(request) else {
            return nil
        }
        connection.send(Answers.streamHead)
        let end = min(codes.count, done + min(tokens, codes.count))
        for index in done..<end { connection.send(chunk: Answers.event(ids: [id(index)])) }
        if tokens == .max {
            connection.send(
                chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop") + Answers.done)
            connection.send("0\r\n\r\n")
        }
        return done
    }

    /// Codes that a request's prompt holds.
    static func done(_ request: ReplayRequest) -> Int? {
        let body = String(decoding: request.body, as: UTF8.self)
        guard let start = body.firstRange(of: #""prompt":""#)?.upperBound else { return nil }
        let prompt = String(body[start...].prefix { $0 != "\"" })
        guard let parsed = try? Prompt.parse(prompt) else { return nil }
        return parsed.prompt.spoken.count * Slot.count + parsed.pending.count
    }
}
