import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DrainTests {
    private let gate = Latch()
    private let started = Recorder<Note>()

    private func world() -> World {
        let (gate, started) = (gate, started)
        return World { registry in
            registry.unary(Test.echo) { note, _ in
                started.record(note)
                if note == "wait" { try await gate.wait() }
                return note
            }
        }
    }

    @Test func callsAtWorkEndWellAndNewOnesNeverStart() async throws {
        let world = world()
        let client = RawClient(world.server)
        let session = await client.hello()
        let echo = WireFrame.Body.open(Open(method: "Test/Echo", end: true))
        await client.send(echo, session: session, stream: 1, Array("wait".utf8))
        async let drained: Void = world.server.drain(grace: .seconds(30))
        let goAway = await client.frame { $0.isGoAway }
        #expect(goAway.body == .goAway(lastStream: 1, reason: "the server is shutting down"))
        #expect(world.server.isDraining)

        await client.send(echo, session: session, stream: 2, Array("new".utf8))
        let refused = await client.frame { $0.stream == 2 && $0.status != nil }.status
        #expect(refused?.code == .unavailable)
        #expect(refused?.neverStarted == true)
        #expect(refused?.reason == "draining")

        gate.open()
        #expect(await client.frame { $0.stream == 1 && $0.status != nil }.status == .ok)
        await drained
    }

    @Test func aClientFinishesItsCallsAndLeaves() async throws {
        let world = world()
        let channel = world.channel()
        async let reply = channel.unary(Test.echo, "wait")
        await started.wait { !$0.isEmpty }
        async let drained: Void = world.server.drain(grace: .seconds(30))
        _ = await world.frame(.toClient) { $0.isGoAway }
        gate.open()
        #expect(try await reply == "wait")
        _ = await world.frame(.toServer) { $0.isGoAway }
        await drained
    }

    @Test func newCallsOfAChannelFailAsNeverStarted() async throws {
        let world = world()
        let channel = world.channel()
        _ = try await channel.unary(Test.echo, "a")
        await world.server.drain(grace: .seconds(30))
        let error = await failure { try await channel.unary(Test.echo, "b") }
        #expect(error?.code == .unavailable)
        #expect(error?.status.neverStarted == true)
    }

    @Test func whatIsNotReadyInTimeIsCutShort() async throws {
        let world = world()
        let channel = world.channel()
        async let error = failure { try await channel.unary(Test.echo, "wait") }
        await started.wait { !$0.isEmpty }
        await world.server.drain(grace: .zero)
        #expect(await error?.status.message == "the server shut down before the call was over")
        #expect(await error?.status.neverStarted == false)
    }

    @Test func aClientThatComesDuringADrainIsToldAtOnce() async {
        let world = world()
        await world.server.drain(grace: .zero)
        let client = RawClient(world.server)
        _ = await client.hello()
        _ = await client.frame { $0.isGoAway }
        #expect(await client.frame { $0.load != nil }.load?.draining == true)
    }
}
