import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct AdmissionTests {
    private let gate = Latch()

    private func world(places: Int) -> World {
        let gate = gate
        return World { registry in
            registry.limit("Test", to: Admission(capacity: places))
            registry.unary(Test.echo) { note, _ in
                if note == "wait" { try await gate.wait() }
                return note
            }
        }
    }

    @Test func aFullServerRefusesAtOnce() async throws {
        let world = world(places: 2)
        let channel = world.channel()
        async let first = channel.unary(Test.echo, "wait")
        async let second = channel.unary(Test.echo, "wait")
        await world.frames.wait { $0.filter { $0.frame.open != nil }.count == 2 }
        let error = await failure { try await channel.unary(Test.echo, "third") }
        #expect(error?.code == .resourceExhausted)
        #expect(error?.status.neverStarted == true)
        #expect(error?.status.retryAfterMilliseconds == 250)
        gate.open()
        #expect(try await [first, second] == ["wait", "wait"])
        #expect(try await channel.unary(Test.echo, "fourth") == "fourth")
    }

    @Test func placesAreGivenBackHoweverACallEnds() async throws {
        let world = world(places: 1)
        let channel = world.channel()
        for _ in 0..<10 {
            let opened = world.sent(.toServer).filter { $0.open != nil }.count
            let call = Task { try await channel.unary(Test.echo, "wait") }
            await world.frames.wait { $0.filter { $0.frame.open != nil }.count > opened }
            call.cancel()
            _ = try? await call.value
            await until { await (try? channel.unary(Test.echo, "a")) == "a" }
        }
    }

    @Test func loadIsReportedWhenItChanges() async throws {
        let world = world(places: 4)
        let channel = world.channel()
        async let reply = channel.unary(Test.echo, "wait")
        _ = await world.frame(.toServer) { $0.open != nil }
        #expect(
            await world.frame(.toClient) { $0.load != nil }.load == Load(active: 0, capacity: 4))
        await world.transport.advance(by: .milliseconds(500))
        _ = await world.frame(.toClient) { $0.load == Load(active: 1, capacity: 4) }
        await world.transport.advance(by: .milliseconds(500))
        await world.transport.advance(by: .milliseconds(500))
        #expect(world.sent(.toClient).filter { $0.load != nil }.count == 2)
        gate.open()
        _ = try await reply
        await world.transport.advance(by: .milliseconds(500))
        await world.frames.wait {
            $0.filter { $0.frame.load == Load(active: 0, capacity: 4) }.count == 2
        }
    }
}
