import Orpheus
import StreamingHTTP
import TestSupport
import Testing
import TokenService

/// What goes wrong, and what becomes of it.
@Suite(.timeLimit(.minutes(1))) struct FaultTests {
    @Test func abort() async throws {
        let session = try await Session(
            events: Answers.frameEvent(1), Answers.event(ids: [], finish: "abort"), Answers.done)
        #expect(session.frames == [Answers.frame(1)])
        #expect(session.error?.kind == .broken)
        #expect(session.error?.description.hasSuffix("gave up after 7 tokens: abort") == true)
    }

    @Test func doneAloneIsNoEnd() async throws {
        let session = try await Session(events: Answers.frameEvent(1), Answers.done)
        #expect(session.error?.kind == .broken)
        #expect(session.error?.progress.frames == 1)
        #expect(session.end == nil)
    }

    @Test func theEndOfTheBodyAloneIsNoEnd() async throws {
        let session = try await Session(events: Answers.frameEvent(1))
        #expect(session.error?.kind == .broken)
    }

    @Test func aFinishReasonIsAnEndWhateverFollows() async throws {
        let events = Answers.frameEvent(1) + Answers.event(ids: [], finish: "stop")
        let session = try await Session { connection in
            connection.send(Answers.streamHead)
            connection.send(chunk: events)
            connection.reset()
        }
        #expect(session.end?.reason == .endOfSpeech)
        #expect(session.frames == [Answers.frame(1)])
    }

    @Test func tokensThatDidNotArrive() async throws {
        let session = try await Session(
            events: Answers.frameEvent(1),
            Answers.event(ids: [TokenID.endOfSpeech], finish: "stop"),
            Answers.usage(15), Answers.done)
        #expect(session.error?.kind == .broken)
        #expect(
            session.error?.description.hasSuffix("generated 15 tokens, of which 8 arrived") == true)
    }

    @Test func anEndWithoutSpeech() async throws {
        let session = try await Session(
            events: Answers.event(ids: [TokenID.endOfSpeech], finish: "stop", count: 1),
            Answers.done)
        #expect(session.error?.kind == .silent)
        #expect(
            session.error?.description.hasSuffix("ended the speech before its first code") == true)
    }

    @Test func aConnectionThatIsReset() async throws {
        let session = try await Session { connection in
            connection.send(Answers.streamHead)
            connection.send(chunk: Answers.frameEvent(1))
            connection.reset()
        }
        #expect(session.error?.kind == .broken)
    }

    @Test func anErrorEventBeforeTheFirstToken() async throws {
        let session = try await Session(
            events: "data: {\"error\":{\"message\":\"prompt too long\",\"code\":400}}\n\n",
            Answers.done)
        #expect(session.error?.kind == .badRequest)
        #expect(
            session.error?.description.hasSuffix("refuses the request: prompt too long") == true)
    }

    @Test func aServerThatIsFullAndSaysForHowLong() async throws {
        let session = try await Session {
            $0.send("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n")
        }
        #expect(session.error?.kind == .overloaded)
        #expect(session.error?.retryAfter == .seconds(7))
    }

    @Test(arguments: [
        "HTTP/1.1 404 Not Found\r\nContent-Length: 16\r\n\r\n<h1>nothing</h1>",
        "HTTP/1.1 404 Not Found\r\nContent-Length: 22\r\n\r\n{\"detail\":\"Not Found\"}",
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 15\r\n\r\n<h1>hello!</h1>",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 400 Bad Request\r\nContent-Length: 12\r\n\r\n<h1>no</h1>\r\n",
        "\u{1}\u{0}a server of something else\r\n",
        Answers.streamHead + "10\r\ndata: not json\n\n\r\n0\r\n\r\n",
    ]) func serversOfSomethingElse(answer: String) async throws {
        let session = try await Session { $0.send(answer) }
        #expect(session.error?.kind == .foreign, "\(session.error as Any)")
    }

    /// A text model would go on for its 2000 tokens; a look at the first is enough.
    @Test(arguments: [true, false]) func aModelOfAnotherKind(sendsIDs: Bool) async throws {
        let closed = Gate()
        let session = try await Session { connection in
            connection.send(Answers.streamHead)
            let event = Answers.event(
                ids: sendsIDs ? [1000, 1001] : nil, text: "Once upon a time ")
            while connection.send(chunk: event) {}
            closed.open()
        }
        #expect(session.error?.kind == .foreign)
        #expect(session.error?.description.contains("is this an Orpheus model") == true)
        await closed.opened()
    }

    @Test func nobodyListens() async throws {
        let (port, keep) = try ReplayServer.deafPort()
        defer { keep() }
        let client = CompletionsClient(engine: HTTPEngine())
        let session = await Session(
            client.generate(try .hello(), at: try .at("http://127.0.0.1:\(port)")))
        #expect(session.error?.kind == .unavailable)
        #expect(
            session.error?.description
                == "could not connect to http://127.0.0.1:\(port): connection refused")
    }

    @Test func noSuchHost() async throws {
        let client = CompletionsClient(engine: HTTPEngine())
        let session = await Session(
            client.generate(try .hello(), at: try .at("http://no-such-host.invalid:8000")))
        #expect(session.error?.kind == .unavailable)
    }

    @Test func numbersThatNoServerTakes() async throws {
        let client = CompletionsClient(engine: HTTPEngine())
        var request = try GenerationRequest.hello()
        request.sampling.temperature = .nan
        let session = await Session(client.generate(request, at: try .at("http://127.0.0.1:1")))
        #expect(session.error?.kind == .badRequest)
        let none = try GenerationRequest.hello(tokenLimit: 0)
        #expect(
            await Session(client.generate(none, at: try .at("http://127.0.0.1:1"))).error?.kind
                == .badRequest)
    }
}
