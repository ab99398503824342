import Foundation
import Orpheus
import StreamingHTTP
import Synchronization
import TestSupport
import Testing
import TokenService

@Suite(.timeLimit(.minutes(1))) struct GenerationSessionTests {
    @Test func theRequest() async throws {
        let seen = Mutex<ReplayRequest?>(nil)
        let server = try ReplayServer { connection in
            let request = connection.readRequest()
            seen.withLock { $0 = request }
        }
        let frame = try Frame([0, 1, 2, 3, 4, 5, 4095])
        let request = GenerationRequest(
            prompt: try Prompt(
                voice: .standard, text: "A \"quoted\" \\ line\nand ünïcode.", spoken: [frame]),
            pending: [7, 8],
            sampling: Sampling(temperature: 0.5, topP: 0.75, repetitionPenalty: 1.25),
            seed: .max, tokenLimit: 99, requestID: "call-17")
        let endpoint = try CompletionsEndpoint(
            baseURL: server.url + "/v1/", model: "orpheus", apiKey: " sk-test\n")
        _ = await Session(CompletionsClient(engine: HTTPEngine()).generate(request, at: endpoint))

        let http = try #require(seen.withLock { $0 })
        let lines = http.head.split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "POST /v1/completions HTTP/1.1")
        #expect(lines.contains("Authorization: Bearer sk-test"))
        #expect(lines.contains("Content-Type: application/json"))
        #expect(lines.contains("X-Request-Id: call-17"))
        let object = try JSONSerialization.jsonObject(with: Data(http.body))
        let json = try #require(object as? [String: Any])
        #expect(
            json["prompt"] as? String
                == request.prompt.serialized + "<custom_token_17><custom_token_4114>")
        #expect(json["model"] as? String == "orpheus")
        #expect(json["add_special_tokens"] as? Bool == false)
        #expect(json["skip_special_tokens"] as? Bool == false)
        #expect(json["stream"] as? Bool == true)
        #expect(json["return_token_ids"] as? Bool == true)
        #expect(json["stream_options"] as? [String: Bool] == ["include_usage": true])
        #expect(json["stop_token_ids"] as? [Int] == [128_258])
        #expect(json["max_tokens"] as? Int == 99)
        #expect(json["temperature"] as? Double == 0.5)
        #expect(json["top_p"] as? Double == 0.75)
        #expect(json["repetition_penalty"] as? Double == 1.25)
        #expect(json["seed"] as? Int == Int.max)
    }

    /// Resumed within a frame, the codes that are there already complete it.
    @Test func aResumedSessionGoesOnWithinAFrame() async throws {
        let whole = Answers.frame(100)
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            connection.send(
                chunk: Answers.event(ids: Array(whole.tokenIDs[3...]) + [TokenID.endOfSpeech]))
            connection.send(chunk: Answers.event(ids: [], finish: "stop", count: 5) + Answers.done)
            connection.send("0\r\n\r\n")
        }
        var request = try GenerationRequest.hello()
        request.pending = Array(whole.codes[..<3])
        let client = CompletionsClient(engine: HTTPEngine())
        let session = await Session(client.generate(request, at: try .at(server.url)))
        #expect(session.frames == [whole])
        #expect(session.end?.progress.dropped == 0)
    }

    @Test func aResumedSessionMayEndAtOnce() async throws {
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            connection.send(
                chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop", count: 1))
            connection.send("0\r\n\r\n")
        }
        var request = try GenerationRequest.hello()
        request.prompt.spoken = [Answers.frame(1)]
        let client = CompletionsClient(engine: HTTPEngine())
        let session = await Session(client.generate(request, at: try .at(server.url)))
        #expect(session.end?.reason == .endOfSpeech)
    }

    @Test func framesArriveAsTheyAreMade() async throws {
        let gates = (0..<3).map { _ in Gate() }
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            for (number, gate) in gates.enumerated() {
                gate.block()
                connection.send(
                    chunk: Answers.frameEvent(2 * number) + Answers.frameEvent(2 * number + 1))
            }
            connection.send(chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop"))
            connection.send("0\r\n\r\n")
        }
        let milestones = Mutex<[GenerationMilestone]>([])
        let client = CompletionsClient(engine: HTTPEngine())
        var events = client.generate(try .hello(), at: try .at(server.url)) { milestone in
            milestones.withLock { $0.append(milestone) }
        }.makeAsyncIterator()
        for (number, gate) in gates.enumerated() {
            gate.open()
            let frames = [Answers.frame(2 * number), Answers.frame(2 * number + 1)]
            #expect(try await events.next() == .codes(frames.flatMap(\.codes)))
        }
        guard case .end(let end)? = try await events.next() else {
            Issue.record("the end is missing")
            return
        }
        #expect(end.reason == .endOfSpeech && end.progress.frames == 6 && end.progress.tokens == 43)
        #expect(try await events.next() == nil)
        #expect(milestones.withLock { $0 } == [.requested, .accepted, .firstToken, .ended(nil)])
    }

    @Test func strayTokensShiftNothing() async throws {
        let (one, two) = (Answers.frame(0), Answers.frame(9))
        var ids = one.tokenIDs
        ids.insert(two.tokenIDs[5], at: 2)
        let session = try await Session(
            events: Answers.event(ids: ids + two.tokenIDs[..<3]), Answers.frameEvent(9),
            Answers.event(ids: two.tokenIDs[..<4] + [TokenID.endOfSpeech], finish: "stop"),
            Answers.done)
        #expect(session.frames == [one, two])
        // One of the wrong slot, three before a frame that began anew, four of the last.
        #expect(session.end?.progress.dropped == 8)
    }

    @Test func aServerThatIgnoresTheLimitIsHeldToIt() async throws {
        let closed = Gate()
        let session = try await Session(tokenLimit: 21) { connection in
            connection.send(Answers.streamHead)
            while connection.send(chunk: Answers.frameEvent(3)) {}
            closed.open()
        }
        #expect(session.frames.count == 3)
        #expect(session.end?.reason == .limit)
        await closed.opened()
    }

    /// llama.cpp knows no `stop_token_ids`, and goes on after the end of speech.
    @Test func aServerThatGoesOnAfterTheEndIsLeft() async throws {
        let closed = Gate()
        let session = try await Session { connection in
            connection.send(Answers.streamHead)
            connection.send(chunk: Answers.event(text: "<custom_token_10><custom_token_4106>"))
            let rest = Answers.frame(0).tokenIDs[2...].map { "<custom_token_\($0 - 128_256)>" }
                .joined()
            connection.send(chunk: Answers.event(text: rest + "<custom_token_2>"))
            while connection.send(chunk: Answers.event(text: "<custom_token_10>")) {}
            closed.open()
        }
        #expect(session.frames == [try Frame([0, 0, 2, 3, 4, 5, 6])])
        #expect(session.end?.reason == .endOfSpeech)
        await closed.opened()
    }

    @Test func cancellingClosesTheConnection() async throws {
        let (begun, closed) = (Gate(), Gate())
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            connection.send(chunk: Answers.frameEvent(1))
            connection.waitForClose()
            closed.open()
        }
        let client = CompletionsClient(engine: HTTPEngine())
        let session = client.generate(try .hello(), at: try .at(server.url))
        let task = Task {
            for try await _ in session { begun.open() }
        }
        await begun.opened()
        task.cancel()
        await closed.opened()
        guard case .failure(let error as GenerationError) = await task.result else {
            Issue.record("a cancelled session ended well")
            return
        }
        #expect(error.kind == .cancelled)
        #expect(error.progress.frames == 1)
    }

    @Test func leavingClosesTheConnection() async throws {
        let closed = Gate()
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            connection.send(chunk: Answers.frameEvent(1))
            connection.waitForClose()
            closed.open()
        }
        let client = CompletionsClient(engine: HTTPEngine())
        for try await _ in client.generate(try .hello(), at: try .at(server.url)) { break }
        await closed.opened()
    }
}
