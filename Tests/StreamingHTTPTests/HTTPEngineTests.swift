import Glibc
import StreamingHTTP
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct HTTPEngineTests {
    let engine = HTTPEngine()

    @Test func aRequestArrivesAsItWasMade() async throws {
        let seen = Mutex<ReplayRequest?>(nil)
        let server = try ReplayServer { connection in
            let request = connection.readRequest()
            seen.withLock { $0 = request }
            connection.send("HTTP/1.1 201 Created\r\nX-Kind:  test \r\nContent-Length: 2\r\n\r\nok")
        }
        let body = Array("{\"a\":1}".utf8)
        let response = try await engine.send(
            HTTPRequest(
                method: "POST", url: server.url + "/v1/thing?x=1",
                headers: ["Content-Type": "application/json", "X-Empty": ""], body: body))
        #expect(response.status == 201)
        #expect(response.headers["x-kind"] == "test")
        #expect(try await response.body.collect(limit: 10) == Array("ok".utf8))
        let request = try #require(seen.withLock { $0 })
        let lines = request.head.split(separator: "\r\n").map(String.init)
        #expect(lines[0] == "POST /v1/thing?x=1 HTTP/1.1")
        #expect(lines.contains("Content-Type: application/json"))
        #expect(lines.contains("X-Empty:"))
        #expect(!lines.contains { $0.hasPrefix("Expect") })
        #expect(request.body == body)
    }

    @Test func piecesArriveBeforeTheEnd() async throws {
        let gates = (0..<3).map { _ in Gate() }
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for (number, gate) in gates.enumerated() {
                gate.block()
                connection.send(chunk: "piece \(number)")
            }
            connection.send("0\r\nTrailer: x\r\n\r\n")
        }
        let response = try await engine.send(HTTPRequest(url: server.url))
        var pieces = response.body.makeAsyncIterator()
        for (number, gate) in gates.enumerated() {
            gate.open()
            #expect(try await pieces.next() == Array("piece \(number)".utf8))
        }
        #expect(try await pieces.next() == nil)
    }

    @Test func interimAnswersArePassedOver() async throws {
        let answer =
            "HTTP/1.1 100 Continue\r\nX: no\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\ny"
        let server = try ReplayServer(answer: Array(answer.utf8))
        let response = try await engine.send(HTTPRequest(url: server.url))
        #expect(response.status == 200)
        #expect(response.headers["X"] == nil)
        #expect(try await response.body.collect(limit: 10) == [0x79])
    }

    @Test func connectionsAreReused() async throws {
        let connections = Atomic(0)
        let server = try ReplayServer { connection in
            connections.add(1, ordering: .relaxed)
            while connection.readRequest() != nil {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            }
        }
        for _ in 0..<20 {
            let response = try await engine.send(HTTPRequest(url: server.url))
            #expect(try await response.body.collect(limit: 10).count == 2)
        }
        #expect(connections.load(ordering: .relaxed) == 1)
    }

    @Test func aDrainedBodyLeavesItsConnectionToTheNext() async throws {
        let connections = Atomic(0)
        let rest = Gate()
        let server = try ReplayServer { connection in
            connections.add(1, ordering: .relaxed)
            while connection.readRequest() != nil {
                connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                connection.send(chunk: "all that matters")
                rest.block()
                connection.send(chunk: "the rest")
                connection.send("0\r\n\r\n")
            }
        }
        var response: HTTPResponse? = try await engine.send(HTTPRequest(url: server.url))
        var pieces: HTTPBody.Iterator? = response?.body.makeAsyncIterator()
        #expect(try await pieces?.next()?.count == 16)
        response?.body.drain()
        (response, pieces) = (nil, nil)
        rest.open()
        // The first connection is free again as soon as its rest has gone by. Until then others
        // open; one of the requests finds it.
        var used = 0
        repeat {
            let next = try await engine.send(HTTPRequest(url: server.url))
            #expect(try await next.body.collect(limit: 100).count == 24)
            used += 1
        } while connections.load(ordering: .relaxed) == used + 1 && used < 100
        #expect(connections.load(ordering: .relaxed) <= used)
    }

    /// Has a body read that its consumer wants in parts of so many bytes.
    /// - Returns: The sizes of the pieces that it was shown.
    private func pieces(_ response: HTTPResponse, parts: Int, until size: Int) async throws -> [Int]
    {
        let seen = Mutex<[Int]>([])
        var body = response.body.makeAsyncIterator()
        let found = try await body.read { bytes in
            seen.withLock { seen in
                seen.append(bytes.count)
                return seen.reduce(0, +) == size ? .found : .nothing(until: parts)
            }
        }
        #expect(found == (seen.withLock { $0.reduce(0, +) } == size))
        return seen.withLock { $0 }
    }

    @Test func bytesAreGatheredUntilThereAreEnough() async throws {
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n")
            for _ in 0..<21 {
                connection.send("x")
                usleep(3000)
            }
        }
        let response = try await engine.send(HTTPRequest(url: server.url))
        let pieces = try await pieces(response, parts: 10, until: 21)
        // One by one they would be 21.
        #expect(pieces.count < 10)
    }

    @Test func whatIsLessThanExpectedIsShownAllTheSame() async throws {
        let gate = Gate()
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nx")
            gate.block()
            connection.send("y")
            connection.waitForClose()
        }
        let response = try await engine.send(HTTPRequest(url: server.url))
        let first = Atomic(true)
        var body = response.body.makeAsyncIterator()
        let found = try await body.read { bytes in
            guard first.exchange(false, ordering: .relaxed) else { return .found }
            gate.open()
            return .nothing(until: 1000)
        }
        #expect(found)
    }

    @Test func aConnectionThatGatheredServesTheNextRequestAsAnyOther() async throws {
        let connections = Atomic(0)
        let server = try ReplayServer { connection in
            connections.add(1, ordering: .relaxed)
            while connection.readRequest() != nil {
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n")
                // The consumer waits by then, so that the engine gathers for it.
                usleep(5000)
                connection.send("x")
            }
        }
        for _ in 0..<5 {
            let response = try await engine.send(HTTPRequest(url: server.url))
            #expect(try await pieces(response, parts: 1 << 20, until: 2) == [1])
        }
        #expect(connections.load(ordering: .relaxed) == 1)
    }

    @Test func aSlowConsumerHoldsTheServerBack() async throws {
        let size = 64 << 20
        let sent = Atomic(0)
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(size)\r\n\r\n")
            let piece = (0..<(1 << 16)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 4) }
            for _ in 0..<(size / piece.count) {
                guard connection.send(piece) else { return }
                sent.add(piece.count, ordering: .relaxed)
            }
        }
        let response = try await engine.send(HTTPRequest(url: server.url, bufferLimit: 100_000))
        var received = 0
        var pieces = response.body.makeAsyncIterator()
        while let piece = try await pieces.next() {
            #expect(piece.count <= 100_000)
            for (offset, byte) in piece.enumerated() where offset % 997 == 0 {
                let place = (received + offset) % (1 << 16)
                guard byte == UInt8(truncatingIfNeeded: place &* 31 >> 4) else {
                    Issue.record("byte \(received + offset) is wrong")
                    return
                }
            }
            // What the server has sent and we have not seen lies in socket buffers, not with us.
            #expect(sent.load(ordering: .relaxed) - received < 24 << 20)
            received += piece.count
        }
        #expect(received == size)
    }

    @Test func cancellingTheTaskClosesTheConnection() async throws {
        let (started, closed) = (Gate(), Gate())
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            connection.send(chunk: "begun")
            connection.waitForClose()
            closed.open()
        }
        let url = server.url
        let task = Task { [engine] in
            let response = try await engine.send(HTTPRequest(url: url))
            for try await _ in response.body { started.open() }
        }
        await started.opened()
        task.cancel()
        await closed.opened()
        await #expect(throws: HTTPFailure.self) { try await task.value }
    }

    @Test func cancellingBeforeTheHeadClosesTheConnection() async throws {
        let (started, closed) = (Gate(), Gate())
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            started.open()
            connection.waitForClose()
            closed.open()
        }
        let url = server.url
        let task = Task { [engine] in try await engine.send(HTTPRequest(url: url)).status }
        await started.opened()
        task.cancel()
        await closed.opened()
        let failure = await #expect(throws: HTTPFailure.self) { try await task.value }
        #expect(failure?.kind == .cancelled)
    }

    @Test func lettingGoOfABodyClosesTheConnection() async throws {
        let closed = Gate()
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            connection.waitForClose()
            closed.open()
        }
        _ = try await engine.send(HTTPRequest(url: server.url)).status
        await closed.opened()
    }

    @Test func manyTransfersAtOnce() async throws {
        let everybody = Gate()
        let waiting = Atomic(0)
        let server = try ReplayServer { connection in
            while let request = connection.readRequest() {
                if waiting.add(1, ordering: .relaxed).newValue == 50 { everybody.open() }
                everybody.block()
                let name = request.head.split(separator: " ")[1]
                connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Length: \(name.utf8.count)\r\n\r\n\(name)")
            }
        }
        let url = server.url
        try await withThrowingTaskGroup(of: Bool.self) { [engine] group in
            for number in 0..<50 {
                group.addTask {
                    let response = try await engine.send(HTTPRequest(url: "\(url)/\(number)"))
                    return try await response.body.collect(limit: 100) == Array("/\(number)".utf8)
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test func shutdownEndsEverything() async throws {
        let engine = HTTPEngine()
        let server = try ReplayServer { connection in
            _ = connection.readRequest()
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            connection.waitForClose()
        }
        let response = try await engine.send(HTTPRequest(url: server.url))
        engine.shutdown()
        let during = await #expect(throws: HTTPFailure.self) {
            try await response.body.collect(limit: 1)
        }
        #expect(during?.kind == .engineStopped)
        let after = await #expect(throws: HTTPFailure.self) {
            try await engine.send(HTTPRequest(url: server.url))
        }
        #expect(after?.kind == .engineStopped)
    }
}
