import LyreRPC
import TestSupport
import Testing
import WireMessages
import ZeroMQTransport

/// Clients that are not this package, as the server sees them.
@Suite(.timeLimit(.minutes(1)))
struct ForeignClientTests {
    private func open(
        _ message: RawMessage, method: String = "Test/Echo", session: UInt64 = 0,
        sequence: UInt64 = 0
    ) -> WireFrame {
        WireFrame(
            session: session, stream: 1, sequence: sequence, .open(Open(method: method, end: true)),
            payload: message.bytes)
    }

    // MARK: The simplest client

    @Test func aRequestSocketWithoutAHandshake() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.request, connectedTo: loopback.listener.endpoint)
        // 12 MiB on one connection: no CREDIT may come where the reply belongs.
        for size in [0, 1, 1000] + [Int](repeating: 1 << 20, count: 12) {
            let message = RawMessage([UInt8](repeating: 7, count: size))
            client.send(open(message))
            let frame = try await client.receiveFrame()
            #expect(frame == WireFrame(session: 0, stream: 1, .status(.ok), payload: message.bytes))
        }
    }

    @Test func aRequestSocketIsToldWhatIsWrong() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.request, connectedTo: loopback.listener.endpoint)
        client.send(open("a", method: "Test/No"))
        guard case .status(let status) = try await client.receiveFrame().body else {
            Issue.record("no STATUS came")
            return
        }
        #expect(status.code == .unimplemented)
        client.send(open("a"))
        #expect(try await client.receiveFrame().payload == RawMessage("a").bytes)
    }

    @Test func aDealerWithoutAHandshakeMayStream() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        client.send(open("3", method: "Test/Count"))
        for _ in 0..<3 { #expect(try await client.receiveFrame().body == .data(end: false)) }
        #expect(try await client.receiveFrame().body == .status(.ok))
    }

    // MARK: Clients that are killed

    @Test func aClientThatIsKilledCancelsItsHandlers() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        var client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        let session = try await client.hello()
        client.send(open("wait", session: session, sequence: 1))
        await loopback.events.wait { $0 == ["started"] }
        client.kill()
        await loopback.events.wait { $0 == ["started", "cancelled"] }
        #expect(loopback.server.sessionCount == 0)
    }

    @Test func aRequestSocketThatIsKilledCancelsItsHandler() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        var client = try RawSocket(.request, connectedTo: loopback.listener.endpoint)
        client.send(open("wait"))
        await loopback.events.wait { $0 == ["started"] }
        client.kill()
        await loopback.events.wait { $0 == ["started", "cancelled"] }
        #expect(loopback.server.sessionCount == 0)
    }

    @Test func theDeathOfOneClientTouchesNoOther() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        async let reply = channel.unary(Test.echo, "wait")
        await loopback.events.wait { $0.count == 1 }
        for count in 1...10 {
            var client = try RawSocket(.request, connectedTo: loopback.listener.endpoint)
            client.send(open("wait"))
            await loopback.events.wait { $0.filter { $0 == "started" }.count == count + 1 }
            client.kill()
            await loopback.events.wait { $0.filter { $0 == "cancelled" }.count == count }
        }
        loopback.latch.open()
        #expect(try await reply == "wait")
    }

    // MARK: Wrong messages

    @Test(
        arguments: [[[1]], [[], [1]], [[1], [2], [3]], [[1], [2], [3], [4], [5], [6], [7]]]
            as [[[UInt8]]])
    func whatIsNoFrameGetsAReset(_ parts: [[UInt8]]) async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        client.send(parts)
        // A REQ socket's delimiter comes back as well.
        let answer = try await client.receive()
        let frame = try FrameCodec.frame(
            header: answer[answer.count - 2], payload: answer[answer.count - 1])
        guard case .reset(let reason) = frame.body else {
            Issue.record("the answer is no RESET")
            return
        }
        #expect(!reason.isEmpty)
        // The server lives on.
        #expect(try await loopback.channel().unary(Test.echo, "a") == "a")
    }

    @Test func aFrameOfNoSessionGetsAReset() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        client.send(open("a", session: 77, sequence: 1))
        #expect(
            try await client.receiveFrame().body
                == .reset(reason: "there is no such session: begin with HELLO"))
        // A RESET is never answered: the next thing to come is the answer to the HELLO.
        client.send(WireFrame(session: 77, .reset(reason: "no")))
        #expect(try await client.hello() != 0)
    }

    @Test func aSecondHelloOfAConnectionBeginsANewSession() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        let first = try await client.hello()
        let second = try await client.hello()
        #expect(first != second)
        client.send(open("a", session: second, sequence: 1))
        #expect(try await client.receiveFrame().body == .status(.ok))
        client.send(open("a", session: first, sequence: 2))
        #expect(
            try await client.receiveFrame().body
                == .reset(reason: "the frame is of another session"))
    }

    @Test func aPayloadOverTheLimitIsRefused() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        client.send(open(RawMessage([UInt8](repeating: 1, count: WireRules.maximumPayload + 1))))
        #expect(
            try await client.receiveFrame().body
                == .reset(reason: "a payload of 1048577 bytes exceeds 1 MiB"))
    }

    @Test func aMessageFarOverTheLimitEndsItsConnectionOnly() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        #expect(try await channel.unary(Test.echo, "a") == "a")
        var client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        let session = try await client.hello()
        client.send(open("wait", session: session, sequence: 1))
        await loopback.events.wait { $0 == ["started"] }
        client.send(open(RawMessage([UInt8](repeating: 1, count: 8 << 20))))
        // libzmq drops the message with its connection, and with it the session.
        await loopback.events.wait { $0 == ["started", "cancelled"] }
        client.kill()
        #expect(try await channel.unary(Test.echo, "b") == "b")
    }

    @Test func aHeaderOverTheLimitIsRefused() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let client = try RawSocket(.dealer, connectedTo: loopback.listener.endpoint)
        client.send([[UInt8](repeating: 8, count: 5000), []])
        #expect(
            try await client.receiveFrame().body
                == .reset(reason: "a header of 5000 bytes exceeds 4 KiB"))
    }
}
