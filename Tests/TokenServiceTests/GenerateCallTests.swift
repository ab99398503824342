import LyreRPC
import Orpheus
import StreamingHTTP
import Synchronization
import TestSupport
import Testing
import TokenService
import WireMessages

/// Tokens/Generate as its callers see it.
@Suite(.timeLimit(.minutes(1))) struct GenerateCallTests {
    /// The replies of a call to a service whose engine answers by a script.
    private func replies(
        _ request: GenerateRequest, answer: @escaping @Sendable (ReplayConnection) -> Void
    ) async throws -> [GenerateReply] {
        let engine = try ReplayServer(answer)
        let transport = InProcessTransport()
        var registry = Registry()
        TokenService(
            client: CompletionsClient(engine: HTTPEngine()),
            engines: EngineDirectory(StaticEngines([Engine(endpoint: try .at(engine.url))])))
            .register(in: &registry, admission: Admission(capacity: 4))
        let server = RPCServer(registry: registry, schema: 0)
        let channel = Channel(
            service: "Tokens", resolver: StaticResolver([transport.serve(server)]),
            connector: transport, time: transport.time)
        defer { channel.shutdown() }
        return try await channel.serverStream(Tokens.generate, request) { reader in
            var replies: [GenerateReply] = []
            while let reply = try await reader.next() { replies.append(reply) }
            return replies
        }
    }

    /// Sends the ids one by one, and how they end.
    private static func speak(_ ids: some Sequence<Int>, to connection: ReplayConnection) {
        connection.send(Answers.streamHead)
        for id in ids { connection.send(chunk: Answers.event(ids: [id])) }
        connection.send(
            chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop") + Answers.done)
        connection.send("0\r\n\r\n")
    }

    private func counts(_ replies: [GenerateReply]) -> [Int] {
        replies.compactMap { if case .frames(let frames) = $0 { frames.codes.count } else { nil } }
    }
    private func codes(_ replies: [GenerateReply]) -> [UInt32] {
        replies.flatMap { if case .frames(let frames) = $0 { frames.codes } else { [UInt32]() } }
    }

    @Test(arguments: [false, true]) func onlyWhoAsksGetsHalves(halfFrames: Bool) async throws {
        let frames = (0..<6).map { Answers.frame(100 * $0) }
        let request = GenerateRequest(voice: "tara", text: "Hello.", halfFrames: halfFrames)
        let replies = try await replies(request) { connection in
            guard connection.readRequest() != nil else { return }
            Self.speak(frames.flatMap(\.tokenIDs), to: connection)
        }
        #expect(codes(replies) == frames.flatMap { $0.codes.map(UInt32.init) })
        let ends = counts(replies).reduce(into: [0]) { $0.append($0.last! + $1) }
        // Pieces that arrive together may go on together, so a cut is allowed and not sure.
        let halves = halfFrames ? [4, 11, 18, 25] : []
        #expect(Set(ends).isSubset(of: [0, 7, 14, 21, 28, 35, 42] + halves), "\(ends)")
    }

    @Test func aHalfThatBreaksOffIsCompletedBeforeTheEnd() async throws {
        let whole = (0..<3).map { Answers.frame(1 + 100 * $0) }
        let broken = Answers.frame(500)
        let request = GenerateRequest(voice: "", text: "Hello.", halfFrames: true)
        let replies = try await replies(request) { connection in
            guard connection.readRequest() != nil else { return }
            Self.speak(whole.flatMap(\.tokenIDs) + broken.tokenIDs.prefix(5), to: connection)
        }
        let completed = Array(broken.codes[..<4] + broken.codes[1..<4])
        #expect(codes(replies) == (whole.flatMap(\.codes) + completed).map(UInt32.init))
        guard case .end(let end)? = replies.last else {
            Issue.record("the end is missing")
            return
        }
        #expect(end.reason == .endOfSpeech && end.tokens == 27 && end.droppedTokens == 1)
    }

    @Test func generationGoesOnBehindAHalf() async throws {
        let (one, two) = (Answers.frame(1), Answers.frame(50))
        let spoken = (one.codes + two.codes.prefix(4)).map(UInt32.init)
        let body = Mutex("")
        let request = GenerateRequest(
            voice: "", text: "Hello.", spoken: CodeFrames(codes: spoken), halfFrames: true)
        let replies = try await replies(request) { connection in
            guard let request = connection.readRequest() else { return }
            body.withLock { $0 = String(decoding: request.body, as: UTF8.self) }
            Self.speak(two.tokenIDs[4...], to: connection)
        }
        #expect(codes(replies) == two.codes[4...].map(UInt32.init))
        let prompt = (one.tokenIDs + two.tokenIDs.prefix(4))
            .map { "<custom_token_\($0 - TokenID.firstCustom)>" }.joined()
        #expect(body.withLock { $0.contains(prompt + "\"") })
    }

    @Test(
        arguments: [
            ([1, 2, 3, 4], false, "4 codes are no whole frames of 7"),
            ([1, 2, 3], true, "3 codes are no whole frames of 7"),
            ([1, 2, 3, 4, 5], true, "5 codes are no whole frames of 7"),
            ([1, 2, 4096, 4], true, "frame 0: code 4096 is outside of 0...4095"),
            ([0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 5000], true,
                "frame 1: code 5000 is outside of 0...4095"),
        ] as [([UInt32], Bool, String)])
    func whatWasNotSpokenIsRefused(
        codes: [UInt32], halfFrames: Bool, sentence: String
    ) async throws {
        let request = GenerateRequest(
            voice: "", text: "Hello.", spoken: CodeFrames(codes: codes), halfFrames: halfFrames)
        do {
            _ = try await replies(request) { _ in }
            Issue.record("it was taken")
        } catch let error as RPCError {
            #expect(error.code == .invalidArgument)
            #expect(error.status.message == sentence)
        }
    }
}
