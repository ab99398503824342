import LyreRPC
import TestSupport
import Testing

/// Clients without a handshake: an OPEN with session 0, as a REQ socket sends it.
@Suite(.timeLimit(.minutes(1)))
struct ImplicitSessionTests {
    private let gate = Latch()

    private func world(time: ManualTime = ManualTime()) -> World {
        let gate = gate
        return World(time: time) { registry in
            registry.unary(Test.echo) { note, _ in
                if note == "wait" { try await gate.wait() }
                if note == "deaf" { await gate.waitDeaf() }
                return note
            }
            registry.serverStream(Test.count) { note, writer, _ in
                for number in 0..<(Int(note.text) ?? 0) { try await writer.send(Note("\(number)")) }
            }
        }
    }

    private func call(
        _ client: RawClient, _ note: Note, method: String = "Test/Echo", timeout: UInt32 = 0
    ) async {
        await client.send(
            .open(Open(method: method, timeoutMilliseconds: timeout, end: true)), session: 0,
            stream: 1,
            note.encoded())
    }

    @Test func aUnaryReplyIsOneStatusFrame() async {
        let client = RawClient(world().server)
        await call(client, "hello")
        await client.peer.frames.wait { !$0.isEmpty }
        #expect(
            client.peer.frames.all == [
                WireFrame(session: 0, stream: 1, .status(.ok), payload: Array("hello".utf8))
            ])
    }

    @Test func aStreamNeedsNoHandshakeEither() async {
        let client = RawClient(world().server)
        await call(client, "3", method: "Test/Count")
        await client.peer.frames.wait { $0.count == 4 }
        #expect(client.peer.frames.all.map(\.isData) == [true, true, true, false])
        #expect(client.peer.frames.all.allSatisfy { $0.stream == 1 && $0.sequence == 0 })
    }

    /// A REQ socket takes whatever comes first for its reply.
    @Test func nothingButTheReplyEverComes() async {
        let time = ManualTime()
        let client = RawClient(world(time: time).server, time: time)
        let note = Note.of(bytes: 1 << 20)
        for number in 1...12 {
            await call(client, note)
            await client.peer.frames.wait { $0.count >= number }
            time.advance(by: .seconds(7))
            await client.session.tick(time.now)
        }
        #expect(client.peer.frames.all.count == 12)
        #expect(client.peer.frames.all.allSatisfy { $0.status == .ok })
    }

    @Test func aStreamNumberMayComeAgainWhileItsLastHandlerWindsUp() async {
        let time = ManualTime()
        let client = RawClient(world(time: time).server, time: time)
        await call(client, "deaf", timeout: 100)
        time.advance(by: .milliseconds(100))
        await client.session.tick(time.now)
        await client.peer.frames.wait { $0.count == 1 }
        #expect(client.peer.frames.all[0].status?.code == .deadlineExceeded)
        await call(client, "next")
        await client.peer.frames.wait { $0.count == 2 }
        #expect(client.peer.frames.all[1].payload == Note("next").encoded())
        gate.open()
        await call(client, "last")
        await client.peer.frames.wait { $0.count == 3 }
        #expect(client.peer.frames.all[2].payload == Note("last").encoded())
    }

    @Test func aStreamThatIsOpenCannotBeOpenedAgain() async {
        let client = RawClient(world().server)
        await call(client, "wait")
        await call(client, "again")
        #expect(client.resetReason == "stream 1 is open already")
        gate.open()
    }

    @Test func itHasRoomForFewerCallsAtOnce() async {
        let client = RawClient(world().server)
        for stream in 1...65 as ClosedRange<UInt32> {
            await client.send(
                .open(Open(method: "Test/Echo", end: true)), session: 0, stream: stream,
                Note("wait").encoded())
        }
        let refused = client.peer.frames.all.compactMap(\.status)
        #expect(refused.map(\.code) == [.resourceExhausted])
        gate.open()
        await client.peer.frames.wait { $0.filter { $0.status == .ok }.count == 64 }
    }

    @Test func refusalsAreAnswersToo() async {
        let client = RawClient(world().server)
        await call(client, "a", method: "Test/No")
        await call(client, "b")
        await client.peer.frames.wait { $0.count == 2 }
        #expect(client.peer.frames.all.map { $0.status?.code } == [.unimplemented, .ok])
    }
}
