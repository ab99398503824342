import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CreditTests {
    private static let size = 936  // costs 1000

    /// A server that sends as much as it may.
    private func source(_ count: Int, sent: Recorder<Int>) -> World {
        World { registry in
            registry.serverStream(Test.count) { _, writer, _ in
                for number in 0..<count {
                    try await writer.send(.of(bytes: Self.size))
                    sent.record(number)
                }
            }
        }
    }

    private func openCount(_ client: RawClient, _ windows: Windows, streams: Int = 1) async
        -> UInt64
    {
        let session = await client.hello(
            Hello(service: "Test", schema: 0, client: "raw", windows: windows))
        for stream in 1...streams {
            await client.send(
                .open(Open(method: "Test/Count", end: true)), session: session,
                stream: UInt32(stream), [])
        }
        return session
    }

    /// Lets the server do all that it can do now.
    private func settle(_ client: RawClient) async {
        var before = -1
        while before != client.peer.frames.all.count {
            before = client.peer.frames.all.count
            for _ in 0..<2000 { await Task.yield() }
            _ = await client.session.isClosed
        }
    }

    private func received(_ client: RawClient) -> Int {
        client.peer.frames.all.filter(\.isData).count
    }

    @Test func aReaderThatDoesNotReadBoundsItsStream() async {
        let sent = Recorder<Int>()
        let client = RawClient(source(100, sent: sent).server)
        let session = await openCount(client, Windows(stream: 5000, connection: 1 << 20))
        await sent.wait { $0.count == 5 }
        await settle(client)
        #expect(received(client) == 5)
        await client.send(.credit(bytes: 2000), session: session, stream: 1)
        await sent.wait { $0.count == 7 }
        await settle(client)
        #expect(received(client) == 7)
    }

    @Test func aBalanceThatIsPositiveLetsOneWholeMessagePass() async {
        let sent = Recorder<Int>()
        let client = RawClient(source(100, sent: sent).server)
        let session = await openCount(client, Windows(stream: 1, connection: 1 << 20))
        await sent.wait { $0.count == 1 }
        await client.send(.credit(bytes: 999), session: session, stream: 1)
        await settle(client)
        #expect(received(client) == 1)  // the balance is zero
        await client.send(.credit(bytes: 1), session: session, stream: 1)
        await sent.wait { $0.count == 2 }
    }

    @Test func theConnectionBoundsAllStreamsTogether() async {
        let sent = Recorder<Int>()
        let client = RawClient(source(100, sent: sent).server)
        let session = await openCount(
            client, Windows(stream: 1 << 20, connection: 8000), streams: 4)
        await sent.wait { $0.count == 8 }
        await settle(client)
        #expect(received(client) == 8)
        await client.send(.credit(bytes: 8000), session: session)
        await sent.wait { $0.count == 16 }
        await settle(client)
        #expect(received(client) == 16)
    }

    @Test func grantingWithoutEndDoesNotPutMoreInFlightThanTheWindow() async {
        let sent = Recorder<Int>()
        let client = RawClient(source(1000, sent: sent).server)
        let session = await openCount(client, Windows(stream: 5000, connection: 1 << 20))
        await sent.wait { $0.count == 5 }
        await client.send(.credit(bytes: .max), session: session, stream: 1)
        await sent.wait { $0.count == 10 }
        await settle(client)
        #expect(received(client) == 10)
    }

    @Test func aReaderThatReadsGetsEverything() async throws {
        let sent = Recorder<Int>()
        // 10 MB: many times both windows.
        let count = try await source(10_000, sent: sent).channel().serverStream(Test.count, "") {
            reader in
            try await reader.reduce(0) { count, _ in count + 1 }
        }
        #expect(count == 10_000)
    }

    @Test func aWriterWaitsForAServerThatReadsSlowly() async throws {
        let gate = Latch()
        let world = World(windows: Windows(stream: 5000, connection: 1 << 20)) { registry in
            registry.bidirectional(Test.chat) { reader, writer, _ in
                try await gate.wait()
                let count = try await reader.reduce(0) { count, _ in count + 1 }
                try await writer.send(Note("\(count)"))
            }
        }
        let sent = Recorder<Int>()
        let reply = try await world.channel().bidirectional(Test.chat) { reader, writer in
            async let all: Void = {
                for number in 0..<50 {
                    try await writer.send(.of(bytes: Self.size))
                    sent.record(number)
                }
                try await writer.finish()
            }()
            await sent.wait { $0.count == 5 }
            for _ in 0..<2000 { await Task.yield() }
            #expect(sent.all.count == 5)
            gate.open()
            try await all
            return try await reader.next()
        }
        #expect(reply == "50")
    }

    @Test func aPeerThatOverrunsItsStreamIsReset() async {
        let gate = Latch()
        let world = World(windows: Windows(stream: 2000, connection: 1 << 20)) { registry in
            registry.bidirectional(Test.chat) { _, _, _ in try await gate.wait() }
        }
        let client = RawClient(world.server)
        let session = await client.hello()
        await client.send(.open(Open(method: "Test/Chat", end: false)), session: session, stream: 1)
        for _ in 0..<2 {
            await client.send(
                .data(end: false), session: session, stream: 1,
                [UInt8](repeating: 0, count: Self.size))
        }
        #expect(client.resetReason == nil)
        await client.send(.data(end: false), session: session, stream: 1, [])
        #expect(client.resetReason == "more bytes came than stream 1 had credit for")
    }

    @Test func aPeerThatOverrunsTheConnectionIsReset() async {
        let gate = Latch()
        let world = World(windows: Windows(stream: 1 << 20, connection: 2000)) { registry in
            registry.bidirectional(Test.chat) { _, _, _ in try await gate.wait() }
        }
        let client = RawClient(world.server)
        let session = await client.hello()
        for stream in 1...3 as ClosedRange<UInt32> {
            await client.send(
                .open(Open(method: "Test/Chat", end: false)), session: session, stream: stream)
            await client.send(
                .data(end: false), session: session, stream: stream,
                [UInt8](repeating: 0, count: Self.size))
        }
        #expect(client.resetReason == "more bytes came than the connection had credit for")
    }

    @Test func whatNobodyReadsIsGivenBackWithItsCall() async throws {
        // Every call leaves 1000 unread bytes behind; the connection's window is 4000.
        let world = World(windows: Windows(stream: 4000, connection: 4000)) { registry in
            registry.bidirectional(Test.chat) { _, _, _ in }
            registry.unary(Test.echo) { note, _ in note }
        }
        let channel = world.channel()
        for _ in 0..<20 {
            try await channel.bidirectional(Test.chat) { reader, writer in
                try? await writer.send(.of(bytes: Self.size))
                _ = try await reader.next()
            }
        }
        #expect(try await channel.unary(Test.echo, "still here") == "still here")
    }

    @Test func repliesThatComeTooLateGiveTheirCreditBack() async throws {
        // The client's window is 4 MiB; 20 late replies of 1 MiB each go beyond it five times.
        let world = World { registry in
            registry.unary(Test.echo) { _, _ in
                // The reply leaves in the same moment as the client gives up.
                .of(bytes: WireRules.maximumPayload)
            }
            registry.serverStream(Test.count) { _, writer, _ in
                for _ in 0..<5 { try await writer.send(.of(bytes: 1000)) }
            }
        }
        let channel = world.channel()
        for _ in 0..<20 {
            let call = Task { try await channel.unary(Test.echo, "a") }
            await Task.yield()
            call.cancel()
            _ = try? await call.value
        }
        let count = try await channel.serverStream(Test.count, "") {
            try await $0.reduce(0) { n, _ in n + 1 }
        }
        #expect(count == 5)
    }

    @Test func unaryRepliesNeedNoCredit() async {
        let world = World { $0.unary(Test.echo) { _, _ in .of(bytes: Self.size) } }
        let client = RawClient(world.server)
        let session = await client.hello(
            Hello(
                service: "Test", schema: 0, client: "raw",
                windows: Windows(stream: 1, connection: 1)))
        for stream in 1...10 as ClosedRange<UInt32> {
            await client.send(
                .open(Open(method: "Test/Echo", end: true)), session: session, stream: stream, [])
        }
        await client.peer.frames.wait { $0.filter { $0.status == .ok }.count == 10 }
    }

    @Test func aClientThatNeverReadsItsRepliesGetsNoMoreOfThem() async {
        let world = World { $0.unary(Test.echo) { _, _ in .of(bytes: 1 << 20) } }
        let client = RawClient(world.server)
        let session = await client.hello()
        var stream: UInt32 = 0
        while stream < 40 {
            stream += 1
            let number = stream
            await client.send(
                .open(Open(method: "Test/Echo", end: true)), session: session, stream: number, [])
            let status = await client.frame { $0.stream == number && $0.status != nil }.status
            if status?.code != .ok {
                #expect(status?.reason == "unread")
                break
            }
        }
        #expect((20...22).contains(stream))  // 4 MiB of window, 16 MiB beyond it
    }
}
