import LyreRPC
import Orpheus
import TestSupport
import Testing
import TokenService
import WireMessages

/// A stream whose engine fails goes on at another one: no code is lost, none comes twice.
@Suite(.timeLimit(.minutes(1))) struct ResumeTests {
    private static let speech = KnownSpeech(frames: 20)

    /// What goes wrong, after 50 tokens or at once, as vLLM 0.32 was seen to do it.
    enum Fault: String, CaseIterable {
        case killed, workerKilled, drainTimeOver, aborted, endsWithoutReason, nonsense,
            tokensMissing
        case drainsNewRequests, abortsAtOnce, overloaded, gateway, unauthorized, unknownModel
        case anotherProgram, closesAtOnce

        /// It comes before the first token.
        var isAtOnce: Bool {
            switch self {
            case .killed, .workerKilled, .drainTimeOver, .aborted, .endsWithoutReason, .nonsense,
                .tokensMissing:
                false
            default: true
            }
        }

        func happen(_ connection: ReplayConnection, _ speech: KnownSpeech) {
            if isAtOnce {
                guard connection.readRequest() != nil else { return }
            } else {
                speech.answer(connection, tokens: 50)
            }
            switch self {
            case .killed: connection.reset()
            case .workerKilled, .drainTimeOver:
                connection.send(
                    chunk: "data: {\"error\": {\"message\": \"EngineCore encountered an issue.\","
                        + "\"type\": \"InternalServerError\", \"param\": null, \"code\": 500}}\n\n")
                if self == .workerKilled { connection.send(chunk: Answers.done) }
                connection.send("0\r\n\r\n")
            case .aborted:
                connection.send(chunk: Answers.event(ids: [], finish: "abort") + Answers.done)
                connection.send("0\r\n\r\n")
            case .endsWithoutReason:
                connection.send(chunk: Answers.done)
                connection.send("0\r\n\r\n")
            case .nonsense: connection.send(chunk: "data: {\"choices\":[\n\n")
            case .tokensMissing:
                connection.send(
                    chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop")
                        + Answers.usage(90) + Answers.done)
                connection.send("0\r\n\r\n")
            case .drainsNewRequests:
                connection.send(Answers.streamHead)
                connection.send(chunk: Answers.done)
                connection.send("0\r\n\r\n")
            case .abortsAtOnce:
                connection.send(Answers.streamHead)
                connection.send(chunk: Answers.event(ids: [], finish: "abort") + Answers.done)
                connection.send("0\r\n\r\n")
            case .overloaded: refuse(connection, "503 Service Unavailable", "full")
            case .gateway: refuse(connection, "502 Bad Gateway", "nobody there")
            case .unauthorized:
                connection.send(
                    "HTTP/1.1 401 Unauthorized\r\nContent-Length: 24\r\n\r\n{\"error\":\"Unauthorized\"}"
                )
            case .unknownModel: refuse(connection, "404 Not Found", "The model `x` does not exist.")
            case .anotherProgram:
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            case .closesAtOnce: break
            }
        }

        private func refuse(_ connection: ReplayConnection, _ status: String, _ words: String) {
            let body = "{\"error\":{\"message\":\"\(words)\",\"type\":\"x\",\"code\":null}}"
            connection.send(
                "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
    }

    @Test(arguments: Fault.allCases, [false, true])
    func everyFaultIsSurvived(fault: Fault, halves: Bool) async throws {
        let asked = Recorder<Int>()
        let farm = try TokenFarm([
            { fault.happen($0, Self.speech) },
            { if let done = Self.speech.answer($0) { asked.record(done) } },
        ])
        let spoken = try await farm.speak(
            GenerateRequest(voice: "tara", text: "Hello there.", seed: 7, halfFrames: halves))
        #expect(spoken.codes == Self.speech.all)
        #expect(spoken.end?.reason == .endOfSpeech)
        #expect(spoken.end?.resumes == (fault.isAtOnce ? 0 : 1))
        #expect(asked.all.count == 1)
        // A reset takes along what had not been read yet.
        if fault != .killed { #expect(asked.all == [fault.isAtOnce ? 0 : 50]) }
    }

    /// Recorded from vLLM 0.32: its worker was killed, or it was told to end, in mid-stream.
    @Test(arguments: ["killed", "draining"]) func recordedFaults(name: String) async throws {
        let transcript = try Transcript(name)
        let rest = Recorder<Int>()
        let farm = try TokenFarm([
            { connection in
                guard connection.readRequest() != nil else { return }
                transcript.play(to: connection)
            },
            { connection in
                guard let request = connection.readRequest(),
                    let done = KnownSpeech.done(request)
                else { return }
                rest.record(done)
                connection.send(Answers.streamHead)
                // The rest of the frame, and another one.
                let ids = (done % 7..<14).map { Slot.tokenID(slot: $0 % 7, code: UInt16($0)) }
                connection.send(chunk: Answers.event(ids: ids))
                connection.send(
                    chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop") + Answers.done)
                connection.send("0\r\n\r\n")
            },
        ])
        let spoken = try await farm.speak()
        let done = try #require(rest.all.first)
        #expect(spoken.end?.reason == .endOfSpeech)
        #expect(spoken.end?.resumes == (done > 0 ? 1 : 0))
        #expect(spoken.codes.count == done - done % 7 + 14)
    }

    /// Each engine gives a few tokens and fails: the stream goes round among them.
    @Test func manyFailuresInARowAreSurvivedWhileItGetsOn() async throws {
        let script: TokenFarm.Script = { connection in
            Self.speech.answer(connection, tokens: 23)
        }
        let farm = try TokenFarm([script, script, script])
        // The last engine that is left cannot end it: that takes 140 tokens.
        let spoken = try await farm.speak(
            GenerateRequest(voice: "tara", text: "Hello there.", tokenLimit: 60))
        #expect(spoken.codes == Array(Self.speech.all[..<56]))
        #expect(spoken.end?.reason == .tokenLimit)
        #expect(spoken.end?.resumes == 2)
    }

    @Test func whatNobodyCanDoIsToldInTheLastWords() async throws {
        let script: TokenFarm.Script = { Fault.overloaded.happen($0, Self.speech) }
        let farm = try TokenFarm([script, script])
        let error = await #expect(throws: RPCError.self) { try await farm.speak() }
        #expect(error?.code == .resourceExhausted)
        #expect(error?.status.message.contains("is overloaded (503: full)") == true)
    }

    @Test func whatIsWrongWithTheRequestIsAskedOnce() async throws {
        let asked = Recorder<Int>()
        let script: TokenFarm.Script = { connection in
            asked.record(connection.number)
            guard connection.readRequest() != nil else { return }
            let body = "{\"error\":{\"message\":\"top_p must be in (0, 1]\",\"code\":400}}"
            connection.send(
                "HTTP/1.1 400 Bad Request\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        }
        let farm = try TokenFarm([script, script])
        let error = await #expect(throws: RPCError.self) { try await farm.speak() }
        #expect(error?.code == .invalidArgument)
        #expect(asked.all.count == 1)
    }

    // MARK: Stalls

    /// Comments are signs of life and no tokens; a worker that hangs sends nothing at all.
    @Test(arguments: [true, false]) func whoStallsIsLeft(comments: Bool) async throws {
        let clock = ManualClock()
        let closed = Gate()
        let farm = try TokenFarm(
            [
                { connection in
                    Self.speech.answer(connection, tokens: 50)
                    if comments {
                        while connection.send(chunk: Answers.comment) {}
                    } else {
                        connection.waitForClose()
                    }
                    closed.open()
                },
                { Self.speech.answer($0) },
            ], clock: clock)
        let came = Recorder<Int>()
        let call = Task { try await farm.speak { came.record($0) } }
        await came.wait { ($0.last ?? 0) >= 49 }
        // Its listener has 0.6 s of sound; nobody waits until that has run out.
        let time = Task {
            for _ in 0..<5 where !Task.isCancelled {
                await clock.sleeping()
                clock.advance(by: .milliseconds(200))
                // Whoever is woken by it looks at the clock in a time of its own.
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        let spoken = try await call.value
        time.cancel()
        #expect(spoken.codes == Self.speech.all)
        #expect(spoken.end?.resumes == 1)
        await closed.opened()
    }

    /// With nobody else to go on, patience is long.
    @Test func anEngineThatStandsAloneMayTakeItsTime() async throws {
        let clock = ManualClock()
        let goOn = Gate()
        let farm = try TokenFarm(
            [
                { connection in
                    guard connection.readRequest() != nil else { return }
                    connection.send(Answers.streamHead)
                    let ids = (0..<140).map {
                        Slot.tokenID(slot: $0 % 7, code: Self.speech.codes[$0])
                    }
                    connection.send(chunk: Answers.event(ids: Array(ids[..<50])))
                    goOn.block()
                    connection.send(chunk: Answers.event(ids: Array(ids[50...])))
                    connection.send(
                        chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop")
                            + Answers.done)
                    connection.send("0\r\n\r\n")
                }
            ], clock: clock)
        let came = Recorder<Int>()
        let call = Task { try await farm.speak { came.record($0) } }
        await came.wait { ($0.last ?? 0) >= 49 }
        await clock.sleeping()
        clock.advance(by: .seconds(4))
        goOn.open()
        #expect(try await call.value.codes == Self.speech.all)
    }

    // MARK: Sessions

    @Test func sessionsAreListedWhileTheyRunAndAfterwards() async throws {
        let goOn = Gate()
        let farm = try TokenFarm([
            { connection in
                Self.speech.answer(connection, tokens: 50)
                goOn.block()
                connection.reset()
            },
            { Self.speech.answer($0) },
        ])
        let came = Recorder<Int>()
        let call = Task { try await farm.speak { came.record($0) } }
        await came.wait { ($0.last ?? 0) >= 49 }
        var running = try #require(try await farm.sessions.first)
        // The caller may have a frame a moment before it counts as sent.
        while running.frames < 7 { running = try #require(try await farm.sessions.first) }
        #expect(running.phase == .streaming && running.voice == "tara")
        #expect(running.server == farm.engines[0].endpoint.baseURL && running.model == "orpheus")
        #expect(running.frames == 7 && running.characters == 12 && running.outcome.isEmpty)
        goOn.open()
        _ = try await call.value
        let done = try #require(try await farm.sessions.first)
        #expect(done.phase == .done && done.outcome == "OK" && done.frames == 20)
        #expect(done.resumes == 1 && done.server == farm.engines[1].endpoint.baseURL)
        #expect(farm.directory.engines.map(\.active) == [0, 0])
    }

    @Test func whoLeavesIsCancelledAtTheEngine() async throws {
        let closed = Gate()
        let farm = try TokenFarm([
            { connection in
                Self.speech.answer(connection, tokens: 50)
                connection.waitForClose()
                closed.open()
            }
        ])
        let came = Recorder<Int>()
        let call = Task { try await farm.speak { came.record($0) } }
        await came.wait { ($0.last ?? 0) >= 49 }
        call.cancel()
        await closed.opened()
        _ = await call.result
        while try await farm.sessions.first?.phase != .done { await Task.yield() }
        #expect(try await farm.sessions.first?.outcome == "CANCELLED")
    }
}
