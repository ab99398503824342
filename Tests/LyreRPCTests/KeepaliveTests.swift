import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct KeepaliveTests {
    private func waiting(filter: @escaping InProcessTransport.Filter = { frame, _ in frame })
        -> World
    {
        World(filter: filter) { registry in
            registry.unary(Test.echo) { note, _ in
                if note == "wait" { try await Latch().wait() }
                return note
            }
        }
    }

    @Test func aSilentPeerIsAskedAfterTwoSecondsAndAnswers() async throws {
        let world = waiting()
        let channel = world.channel()
        _ = try await channel.unary(Test.echo, "a")
        await world.transport.advance(by: .milliseconds(1999))
        #expect(!world.sent(.toServer).contains { $0.isPing })
        await world.transport.advance(by: .milliseconds(1))
        let ping = await world.frame(.toServer) { $0.isPing }
        guard case .ping(let nonce) = ping.body else { return }
        _ = await world.frame(.toClient) { $0.body == .pong(nonce: nonce) }
        #expect(try await channel.unary(Test.echo, "b") == "b")
    }

    @Test func aPeerThatStaysSilentIsDeadAfterSixSeconds() async throws {
        let deaf = Recorder<Bool>()
        let world = waiting { frame, direction in
            direction == .toServer && !deaf.all.isEmpty ? nil : frame
        }
        let channel = world.channel()
        _ = try await channel.unary(Test.echo, "a")
        let call = Task { await failure { try await channel.unary(Test.echo, "wait") } }
        await world.frames.wait { $0.filter { $0.frame.open != nil }.count == 2 }
        deaf.record(true)
        // The server hears nothing any more, asks, and at last gives the client up.
        let end = await world.passTime(by: .seconds(1)) { await call.value }
        #expect(end?.code == .unavailable)
        #expect(world.sent(.toClient).contains { $0.isPing })
    }

    @Test func theMachineAsksAndGivesUp() {
        let start = Instant(nanoseconds: 10)
        var keepalive = Keepalive(now: start)
        #expect(keepalive.due == start + .seconds(2))
        #expect(keepalive.tick(start + .milliseconds(1999)) == .none)
        #expect(keepalive.tick(start + .seconds(2)) == .ping)
        #expect(keepalive.tick(start + .milliseconds(2500)) == .none)
        #expect(keepalive.due == start + .seconds(4))
        #expect(keepalive.tick(start + .seconds(4)) == .ping)
        #expect(keepalive.due == start + .seconds(6))
        #expect(keepalive.tick(start + .milliseconds(5999)) == .none)
        #expect(keepalive.tick(start + .seconds(6)) == .dead)
    }

    @Test func anySignOfLifeBeginsItAnew() {
        let start = Instant(nanoseconds: 10)
        var keepalive = Keepalive(now: start)
        #expect(keepalive.tick(start + .seconds(3)) == .ping)
        keepalive.hear(start + .seconds(5))
        #expect(keepalive.tick(start + .seconds(6)) == .none)
        #expect(keepalive.due == start + .seconds(7))
        #expect(keepalive.tick(start + .seconds(11)) == .dead)
    }
}
