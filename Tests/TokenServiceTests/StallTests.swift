import Orpheus
import StreamingHTTP
import TestSupport
import Testing
import TokenService

/// Time limits, in time that the tests make themselves.
@Suite(.timeLimit(.minutes(1))) struct StallTests {
    let clock = ManualClock()

    private var client: CompletionsClient {
        CompletionsClient(engine: HTTPEngine(), clock: clock)
    }

    /// A draining vLLM keeps the socket open and sends comments for ever.
    @Test func commentsAreNoTokens() async throws {
        let (accepted, closed) = (Gate(), Gate())
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            while connection.send(chunk: Answers.comment) {}
            closed.open()
        }
        let session = client.generate(try .hello(), at: try .at(server.url)) { milestone in
            if milestone == .accepted { accepted.open() }
        }
        let task = Task { await Session(session) }
        await accepted.opened()
        await clock.sleeping()
        clock.advance(by: .seconds(20))
        await clock.sleeping()
        clock.advance(by: .seconds(10))
        let outcome = await task.value
        #expect(outcome.error?.kind == .stalled)
        #expect(outcome.error?.description.hasSuffix("sent no token within 30.0 seconds") == true)
        await closed.opened()
    }

    @Test func betweenTokensTheLimitIsTighter() async throws {
        let hasToken = Gate()
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            connection.send(chunk: Answers.event(ids: Array(Answers.frame(1).tokenIDs[..<5])))
            connection.waitForClose()
        }
        let session = client.generate(try .hello(), at: try .at(server.url)) { milestone in
            if milestone == .firstToken { hasToken.open() }
        }
        let task = Task { await Session(session) }
        await hasToken.opened()
        await clock.sleeping()
        clock.advance(by: .seconds(5))
        let outcome = await task.value
        #expect(outcome.error?.kind == .stalled)
        #expect(
            outcome.error?.description.hasSuffix("sent no token for 5.0 seconds, after 5") == true)
        #expect(outcome.error?.progress.pending == Array(Answers.frame(1).codes[..<5]))
    }

    @Test func aServerThatNeverAnswers() async throws {
        let taken = Gate()
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            taken.open()
            connection.waitForClose()
        }
        let session = client.generate(try .hello(), at: try .at(server.url))
        let task = Task { await Session(session) }
        await taken.opened()
        await clock.sleeping()
        clock.advance(by: .seconds(30))
        #expect(await task.value.error?.kind == .stalled)
    }

    /// A listener who takes his time makes no server late.
    @Test func timeThatTheConsumerTakesDoesNotCount() async throws {
        let goOn = Gate()
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            connection.send(Answers.streamHead)
            connection.send(chunk: Answers.frameEvent(1))
            goOn.block()
            connection.send(chunk: Answers.frameEvent(2))
            connection.send(
                chunk: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop") + Answers.done)
            connection.send("0\r\n\r\n")
        }
        var events = client.generate(try .hello(), at: try .at(server.url)).makeAsyncIterator()
        #expect(try await events.next() == .codes(Answers.frame(1).codes))
        for _ in 0..<10 {
            await clock.sleeping()
            clock.advance(by: .seconds(60))
        }
        goOn.open()
        #expect(try await events.next() == .codes(Answers.frame(2).codes))
        guard case .end? = try await events.next() else {
            Issue.record("the end is missing")
            return
        }
    }
}
