import LyreRPC
import Orpheus
import TestSupport
import Testing
import WireMessages

/// Token services that fail in mid-stream: no frame is lost, and none comes twice.
@Suite(.timeLimit(.minutes(1))) struct TokenFaultTests {
    private let decoder = RecordingDecoder()

    private func farm(
        _ services: Replicas, clock: any Clock<Duration> = ContinuousClock()
    ) async -> TestFarm {
        TestFarm(
            tokens: await services.channel(),
            decoder: await Replicas(1, of: "Decoder") { decoder.register(in: &$1) }.channel(),
            clock: clock)
    }

    @Test(arguments: [0, 4, 7, 11, 14, 18, 21, 28, 35, 42, 49, 56])
    func killedAnywhereTheFramesAreTheSame(before cut: Int) async throws {
        // The script needs the services, and they the script.
        let death = Recorder<Replicas>()
        let tokens = ScriptedTokens { position in
            guard position == cut, let services = death.all.first,
                services.opened.all.count == 1
            else { return }
            await services.killCurrent()
            throw CancellationError()
        }
        let services = Replicas(2, of: "Tokens") { tokens.register(in: &$1) }
        death.record(services)
        let spoken = try await farm(services).speak("Hello.", withFrames: true)
        #expect(decoder.codes == tokens.codes)
        #expect(spoken.frames.flatMap(\.self) == tokens.codes)
        #expect(spoken.summary?.frames == 8)
        #expect(spoken.summary?.tokens == 57)
        let resumes = spoken.summary.map { ($0.tokenResumes, $0.decodeResumes) }
        #expect(resumes?.0 == 1 && resumes?.1 == 0)
        #expect(spoken.samples.count == 8 * 2048 * 2)
        let requests = tokens.requests.all
        #expect(requests.count == 2)
        let spokenCodes = requests[1].spoken.codes
        #expect(spokenCodes == Array(tokens.codes.prefix(spokenCodes.count)))
        #expect(requests[0].tokenLimit == UInt32(Sampling.tokenLimit(characters: 6)))
        #expect(requests[1].tokenLimit == requests[0].tokenLimit - UInt32(spokenCodes.count))
        #expect(requests[1].seed == requests[0].seed && requests[1].halfFrames)
    }

    /// Codes that no decoder takes, a cut where none may be, and an end too early.
    @Test(arguments: [[4096, 1, 2, 3, 4, 5, 6], [1, 2, 3], [1, 2, 3, 4]] as [[UInt32]])
    func whatLiesIsGivenUp(codes: [UInt32]) async throws {
        let calls = Recorder<[UInt32]>()
        let tokens = ScriptedTokens()
        let services = Replicas(2, of: "Tokens") { _, registry in
            registry.serverStream(Tokens.generate) { request, writer, _ in
                calls.record(request.spoken.codes)
                let rest = Array(tokens.codes.dropFirst(request.spoken.codes.count))
                let end = GenerateReply.end(
                    GenerateEnd(
                        reason: .endOfSpeech, tokens: 1, droppedTokens: 0,
                        firstTokenMicroseconds: 0))
                if calls.all.count == 1 {
                    try await writer.send(.frames(CodeFrames(codes: Array(tokens.codes[..<7]))))
                    try await writer.send(.frames(CodeFrames(codes: codes)))
                    try await writer.send(end)
                } else {
                    try await writer.send(.frames(CodeFrames(codes: rest)))
                    try await writer.send(end)
                }
            }
        }
        _ = try await farm(services).speak("Hello.")
        let good = codes.count == 4 ? codes : []
        #expect(calls.all == [[], tokens.codes[..<7] + good])
        #expect(decoder.codes == tokens.codes[..<7] + good + tokens.codes.dropFirst(7 + good.count))
    }

    /// Before the first frame a full farm says so at once; later a place is waited for.
    @Test func aFullServiceIsWaitedForOnlyInMidSpeech() async throws {
        let full = RPCError(.resourceExhausted, "full", reason: "full", neverStarted: true)
        let calls = Recorder<String>()
        func services(refusing text: String, times: Int) -> Replicas {
            Replicas(2, of: "Tokens") { _, registry in
                ScriptedTokens().register(in: &registry) { request in
                    guard request.text == text else { return }
                    calls.record(text)
                    if calls.all.count(where: { $0 == text }) <= times { throw full }
                }
            }
        }
        // The clock stands still: a pause would have no end.
        let never = await farm(services(refusing: "One.", times: .max), clock: ManualClock())
        let error = await #expect(throws: RPCError.self) { _ = try await never.speak("One.") }
        #expect(error == full)
        let later = await farm(services(refusing: "Two.", times: 5))
        let spoken = try await later.speak("One.\n\nTwo.")
        #expect(spoken.summary?.frames == 16)
        #expect(calls.all.count { $0 == "Two." } == 6)
    }

    /// It would be asked for ever otherwise.
    @Test func anEmptyMessageIsNoProgress() async throws {
        let services = Replicas(2, of: "Tokens") { _, registry in
            registry.serverStream(Tokens.generate) { _, writer, _ in
                try await writer.send(.frames(CodeFrames(codes: [])))
                throw RPCError(.unavailable, "so it is")
            }
        }
        let farm = await farm(services)
        let error = await #expect(throws: RPCError.self) { _ = try await farm.speak("Hello.") }
        #expect(error?.code == .unavailable)
        #expect(services.opened.all.count == 6)
    }

    @Test func aServiceThatFallsSilentIsGivenUp() async throws {
        let clock = ManualClock()
        let never = Latch()
        let tokens = ScriptedTokens()
        let calls = Recorder<Int>()
        let hanging = ScriptedTokens { position in
            if position == 28 {
                calls.record(position)
                if calls.all.count == 1 { try await never.wait() }
            }
        }
        let services = Replicas(2, of: "Tokens") { hanging.register(in: &$1) }
        let farm = await farm(services, clock: clock)
        async let speaking = farm.speak("Hello.")
        await until { calls.all.count == 1 && decoder.codes.count == 28 }
        await until {
            if services.opened.all.count == 1 {
                // Its sessions hear nothing.
                services.time.advance(by: .milliseconds(500))
                clock.advance(by: .milliseconds(500))
                for _ in 0..<50 { await Task.yield() }
            }
            return services.opened.all.count == 2
        }
        _ = try await speaking
        #expect(decoder.codes == tokens.codes)
    }
}
