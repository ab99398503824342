import LyreRPC
import TestSupport
import Testing

/// Who counts and traces calls is told of each one's beginning and end, once.
@Suite(.timeLimit(.minutes(1)))
struct ObservationTests {
    private let made = RecordedCalls(".client")
    private let served = RecordedCalls(".server")
    private let gate = Latch()
    private let admission = Admission(capacity: 1)

    private var world: World {
        World(calls: served) { [gate, admission] registry in
            registry.limit("Test", to: admission)
            registry.unary(Test.echo) { note, context in
                if note == "wait" { try await gate.wait() }
                if note == "fail" { throw RPCError(.notFound, "no such thing") }
                return Note(context.traceparent)
            }
            registry.serverStream(Test.count) { note, writer, _ in
                for number in 0..<(note == "endless" ? .max : 100) {
                    try await writer.send(Note("\(number)"))
                }
            }
        }
    }

    private func seen(_ record: RecordedCalls, _ count: Int) async {
        await record.events.wait { $0.count == count }
    }

    @Test func contextsAreHandedOnFromCallToCall() async throws {
        let world = world
        let reply = try await world.channel(calls: made)
            .unary(Test.echo, "", options: CallOptions(traceparent: "root"))
        #expect(reply == "root.client.server")
        let method = Test.echo.name
        #expect(made.events.all == [.began(method, traceparent: "root"), .ended(method, .ok)])
        await seen(served, 2)
        #expect(
            served.events.all
                == [.began(method, traceparent: "root.client"), .ended(method, .ok)])
    }

    @Test func failuresAndRefusalsEndWithTheirStatus() async throws {
        let world = world
        let channel = world.channel(calls: made)
        _ = await failure { try await channel.unary(Test.echo, "fail") }
        let waiting = Task { try await channel.unary(Test.echo, "wait") }
        await until { admission.active == 1 }
        _ = await failure { try await channel.unary(Test.echo, "full") }
        gate.open()
        _ = try await waiting.value
        let nothing = Method<Note, Note>("Test/Nothing")
        _ = await failure { try await channel.unary(nothing, "") }
        #expect(made.ends(of: Test.echo.name) == [.notFound, .resourceExhausted, .ok])
        #expect(made.ends(of: nothing.name) == [.unimplemented])
        await seen(served, 8)
        #expect(served.ends(of: Test.echo.name) == [.notFound, .resourceExhausted, .ok])
        // Names that there are not are without number.
        #expect(served.ends(of: nil) == [.unimplemented])
    }

    @Test func aStreamEndsOnceWhetherItIsReadOrLeft() async throws {
        let world = world
        let channel = world.channel(calls: made)
        let read = try await channel.serverStream(Test.count, "") { reader in
            var count = 0
            while try await reader.next() != nil { count += 1 }
            return count
        }
        #expect(read == 100)
        await seen(served, 2)
        _ = try await channel.serverStream(Test.count, "") { try await $0.next() }
        await seen(served, 4)
        let ends = made.ends(of: Test.count.name)
        #expect(ends.count == 2 && ends[0] == .ok)
        #expect(served.ends(of: Test.count.name).count == 2)
    }

    @Test func aSenderThatWaitsForItsReaderIsNoticed() async throws {
        let client = RawClient(world.server)
        let session = await client.hello(
            Hello(
                service: "Test", schema: 0, client: "raw",
                windows: Windows(stream: 100, connection: 1 << 20)))
        await client.send(
            .open(Open(method: Test.count.name, end: true)), session: session, stream: 1, Array("endless".utf8))
        // The sender may not wait yet when it comes, so it comes again.
        while !served.events.all.contains(where: \.isStall) {
            for _ in 0..<1000 { await Task.yield() }
            await client.send(.credit(bytes: 90), session: session, stream: 1)
        }
    }
}

extension RecordedCalls.Event {
    fileprivate var isStall: Bool {
        if case .stalled(Test.count.name, _) = self { true } else { false }
    }
}
