import StreamingHTTP
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct HTTPFailureTests {
    let engine = HTTPEngine()

    private func failure(_ request: HTTPRequest) async throws -> HTTPFailure {
        try #require(
            await #expect(throws: HTTPFailure.self) {
                _ = try await engine.send(request).body.collect(limit: 1 << 20)
            })
    }

    private func failure(answer: String) async throws -> HTTPFailure {
        let server = try ReplayServer(answer: Array(answer.utf8))
        return try await failure(HTTPRequest(url: server.url))
    }

    @Test func nobodyListens() async throws {
        let (port, keep) = try ReplayServer.deafPort()
        defer { keep() }
        let failure = try await failure(HTTPRequest(url: "http://127.0.0.1:\(port)/v1"))
        #expect(failure.kind == .connectionRefused)
        #expect(
            failure.description
                == "could not connect to http://127.0.0.1:\(port): connection refused")
    }

    @Test func noSuchHost() async throws {
        let failure = try await failure(HTTPRequest(url: "http://no-such-host.invalid:81/x"))
        #expect(failure.kind == .couldNotResolve)
        #expect(
            failure.description
                == "could not resolve the host name of http://no-such-host.invalid:81")
    }

    @Test func closedWithoutAnAnswer() async throws {
        let server = try ReplayServer { connection in _ = connection.readRequest() }
        #expect(try await failure(HTTPRequest(url: server.url)).kind == .connectionLost)
    }

    @Test func closedWithinTheBody() async throws {
        #expect(
            try await failure(answer: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc").kind
                == .connectionLost)
        #expect(
            try await failure(
                answer: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n"
            ).kind
                == .connectionLost)
    }

    @Test func resetWithinTheBody() async throws {
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
            connection.reset()
        }
        #expect(try await failure(HTTPRequest(url: server.url)).kind == .connectionLost)
    }

    @Test func anAnswerInAnotherProtocol() async throws {
        let failure = try await failure(answer: "\u{1}\u{2}hello, this is no HTTP\r\n\r\n")
        #expect(failure.kind == .notHTTP)
        #expect(failure.description.hasSuffix("answers, but not in HTTP"))
    }

    @Test func aHeadWithoutEnd() async throws {
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\n")
            while connection.send("X-Filler: \(String(repeating: "x", count: 1000))\r\n") {}
        }
        #expect(try await failure(HTTPRequest(url: server.url)).kind == .headTooLarge)
    }

    @Test func aServerThatDoesNotAnswer() async throws {
        let server = try ReplayServer { $0.waitForClose() }
        let timeouts = HTTPTimeouts(head: .milliseconds(30))
        #expect(
            try await failure(HTTPRequest(url: server.url, timeouts: timeouts)).kind
                == .headTimedOut)
    }

    @Test func aServerThatStopsInTheMiddle() async throws {
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
            connection.waitForClose()
        }
        let timeouts = HTTPTimeouts(idle: .milliseconds(30))
        #expect(
            try await failure(HTTPRequest(url: server.url, timeouts: timeouts)).kind
                == .idleTimedOut)
    }

    @Test func requestsThatMustNotLeave() async throws {
        let bad: [HTTPRequest] = [
            HTTPRequest(url: "file:///etc/passwd"),
            HTTPRequest(url: "localhost:8000"),
            HTTPRequest(url: "http://a b/"),
            HTTPRequest(method: "GET /x HTTP/1.1\r\nX: y\r\n", url: "http://127.0.0.1:1"),
            HTTPRequest(url: "http://127.0.0.1:1", headers: ["X": "a\r\nY: b"]),
            HTTPRequest(url: "http://127.0.0.1:1", headers: ["X: y\r\nZ": "a"]),
        ]
        for request in bad {
            #expect(try await failure(request).kind == .invalidRequest)
        }
    }

    @Test func messagesNameNoPassword() {
        #expect(
            HTTPRequest(url: "http://user:secret@host:81/path?key=1").origin == "http://host:81")
    }
}
