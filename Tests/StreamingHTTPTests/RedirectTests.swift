import StreamingHTTP
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct RedirectTests {
    let engine = HTTPEngine()

    /// Answers every path by a redirect to where a closure says, and `/end` with "ok".
    private func server(
        _ seen: Recorder<ReplayRequest> = Recorder(), status: Int = 302,
        to target: @escaping @Sendable (_ path: String) -> String
    ) throws -> ReplayServer {
        try ReplayServer { connection in
            while let request = connection.readRequest() {
                seen.record(request)
                if request.target == "/end" {
                    connection.send("HTTP/1.1 200 OK\r\nX-Kind: end\r\nContent-Length: 2\r\n\r\nok")
                } else {
                    connection.send(
                        "HTTP/1.1 \(status) Found\r\nLocation: \(target(request.target))\r\n"
                            + "X-Kind: \(request.target)\r\nContent-Length: 3\r\n\r\nbye")
                }
            }
        }
    }

    private let secret: HTTPHeaders = ["Authorization": "Bearer secret", "Range": "bytes=5-"]

    @Test("a relative redirect keeps all header fields", arguments: [301, 302, 303, 307, 308])
    func relative(status: Int) async throws {
        let seen = Recorder<ReplayRequest>()
        let server = try server(seen, status: status) { $0 == "/a/b" ? "../c" : "/end#here" }
        let trail = try await engine.follow(HTTPRequest(url: server.url + "/a/b", headers: secret))
        #expect(try await trail.response.body.collect(limit: 9) == Array("ok".utf8))
        #expect(trail.hops.map(\.status) == [status, status])
        #expect(trail.hops.map { $0.headers["x-kind"] } == ["/a/b", "/c"])
        #expect(trail.header("X-Kind") == "/a/b")
        #expect(trail.origin == server.url)
        #expect(seen.all.map(\.target) == ["/a/b", "/c", "/end"])
        #expect(seen.all.allSatisfy { $0.headers["authorization"] == "Bearer secret" })
        #expect(seen.all.allSatisfy { $0.headers["range"] == "bytes=5-" })
    }

    @Test("credentials stay with their server, also when the way leads back to it")
    func elsewhere() async throws {
        let (first, other) = (Recorder<ReplayRequest>(), Recorder<ReplayRequest>())
        let away = Recorder<String>()
        let there = try server(other) { _ in away.all[0] + "/end" }
        let url = there.url
        let here = try server(first) { _ in url + "/there" }
        away.record(here.url)
        let headers: HTTPHeaders = [
            "Authorization": "Bearer secret", "authorization": "again", "Cookie": "x=y",
            "Range": "bytes=5-",
        ]
        let trail = try await engine.follow(HTTPRequest(url: here.url + "/x", headers: headers))
        #expect(trail.response.status == 200)
        #expect(first.all.map(\.target) == ["/x", "/end"])
        #expect(first.all.map { $0.headers["cookie"] } == ["x=y", nil])
        #expect(other.all.map(\.target) == ["/there"])
        for request in other.all + first.all.dropFirst() {
            #expect(!request.head.lowercased().contains("authorization"))
            #expect(request.headers["range"] == "bytes=5-")
        }
    }

    @Test func aRingOfRedirectsEnds() async throws {
        let server = try server { $0 }
        let failure = await #expect(throws: HTTPFailure.self) {
            try await engine.follow(HTTPRequest(url: server.url + "/x"), limit: 3)
        }
        #expect(failure?.kind == .badRedirect)
        #expect(failure?.description == "\(server.url) redirects more than 3 times")
    }

    @Test(
        "what is no http is not followed",
        arguments: [
            "file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "http://a b/",
            "gopher://127.0.0.1:1/",
        ])
    func elsewise(target: String) async throws {
        let server = try server { _ in target }
        let failure = await #expect(throws: HTTPFailure.self) {
            try await engine.follow(HTTPRequest(url: server.url + "/x"))
        }
        #expect([.badRedirect, .invalidRequest].contains(failure?.kind))
    }

    @Test func anHTTPSRequestDoesNotGoOnInTheClear() throws {
        let request = HTTPRequest(url: "https://hub.example/a/b", headers: secret)
        #expect(throws: HTTPFailure.self) { try request.redirected(to: "http://hub.example/c") }
        let there = try request.redirected(to: "//store.example/c?d=%2F")
        #expect(there.url == "https://store.example/c?d=%2F")
        #expect(there.headers["Authorization"] == nil)
        // The scheme's own port is the same server, whether it is named or not.
        let here = try request.redirected(to: "https://HUB.example:443/c")
        #expect(here.headers["Authorization"] == "Bearer secret")
        let otherPort = try request.redirected(to: "https://hub.example:444/c")
        #expect(otherPort.headers["Authorization"] == nil)
    }

    @Test func aPostIsNotRepeatedElsewhere() async throws {
        let server = try server { _ in "/end" }
        let trail = try await engine.follow(
            HTTPRequest(method: "POST", url: server.url + "/x", body: [1]))
        #expect(trail.response.status == 302)
        #expect(trail.hops.isEmpty)
    }
}
