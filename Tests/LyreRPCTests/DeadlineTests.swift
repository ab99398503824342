import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DeadlineTests {
    /// A server whose handlers wait, and what became of them.
    private struct Waiting {
        let started = Recorder<CallContext>()
        let ended = Recorder<Bool>()
        let world: World

        init() {
            let (started, ended) = (started, ended)
            world = World { registry in
                registry.unary(Test.echo) { note, context in
                    started.record(context)
                    do { try await Latch().wait() } catch {
                        ended.record(true)
                        throw error
                    }
                    return note
                }
            }
        }
    }

    @Test func aCallEndsAtTheClientsDeadline() async {
        let waiting = Waiting()
        let channel = waiting.world.channel()
        async let error = failure {
            try await channel.unary(
                Test.echo, "a", options: CallOptions(timeout: .milliseconds(1500)))
        }
        await waiting.started.wait { !$0.isEmpty }
        await waiting.world.transport.advance(by: .milliseconds(1499))
        #expect(waiting.world.sent(.toServer).filter { $0.body == .cancel }.isEmpty)
        await waiting.world.transport.advance(by: .milliseconds(1))
        #expect(await error?.code == .deadlineExceeded)
        await waiting.ended.wait { !$0.isEmpty }
    }

    @Test func theClientsDeadlineNeedsNoServer() async {
        let world = World(filter: { frame, direction in
            direction == .toServer && frame.open != nil ? nil : frame
        }) { $0.unary(Test.echo) { note, _ in note } }
        async let error = failure {
            try await world.channel().unary(
                Test.echo, "a", options: CallOptions(timeout: .seconds(1)))
        }
        _ = await world.frame(.toServer) { $0.open != nil }
        await world.transport.advance(by: .seconds(1))
        #expect(await error?.code == .deadlineExceeded)
        // The server is told, for it may have been only slow.
        _ = await world.frame(.toServer) { $0.body == .cancel }
    }

    @Test func theServerEndsACallByItself() async {
        let waiting = Waiting()
        let client = RawClient(waiting.world.server, time: waiting.world.time)
        let session = await client.hello()
        let open = Open(method: "Test/Echo", timeoutMilliseconds: 100, end: true)
        await client.send(.open(open), session: session, stream: 1, [65])
        await waiting.started.wait { !$0.isEmpty }
        waiting.world.time.advance(by: .milliseconds(100))
        await client.session.tick(waiting.world.time.now)
        #expect(await client.frame { $0.status != nil }.status?.code == .deadlineExceeded)
        await waiting.ended.wait { !$0.isEmpty }
        #expect(client.peer.frames.all.filter { $0.status != nil }.count == 1)
    }

    @Test func whatIsLeftTravelsAsMillisecondsRoundedUp() async {
        let waiting = Waiting()
        let channel = waiting.world.channel()
        let call = Task {
            try await channel.unary(
                Test.echo, "a", options: CallOptions(timeout: .microseconds(1_499_001)))
        }
        let open = await waiting.world.frame(.toServer) { $0.open != nil }.open
        #expect(open?.timeoutMilliseconds == 1500)
        await waiting.started.wait { !$0.isEmpty }
        await waiting.world.transport.advance(by: .milliseconds(400))
        #expect(waiting.started.all[0].remaining == .milliseconds(1100))
        call.cancel()
    }

    @Test func withoutADeadlineNothingIsLeftToCount() async {
        let waiting = Waiting()
        let channel = waiting.world.channel()
        let call = Task { try await channel.unary(Test.echo, "a") }
        #expect(
            await waiting.world.frame(.toServer) { $0.open != nil }.open?.timeoutMilliseconds == 0)
        await waiting.started.wait { !$0.isEmpty }
        #expect(waiting.started.all[0].remaining == nil)
        call.cancel()
    }

    @Test func aDeadlineThatHasPassedSendsNothing() async throws {
        let world = World { $0.unary(Test.echo) { note, _ in note } }
        let channel = world.channel()
        _ = try await channel.unary(Test.echo, "a")
        let error = await failure {
            try await channel.unary(Test.echo, "b", options: CallOptions(timeout: .zero))
        }
        #expect(error?.code == .deadlineExceeded)
        #expect(error?.status.neverStarted == true)
        #expect(world.sent(.toServer).filter { $0.open != nil }.count == 1)
    }

    @Test func aCallThatWaitsForTheConnectionsWindowHearsItsDeadline() async throws {
        let unread = Unread()
        try await unread.fillWindow { channel in
            // Nothing tells when the call has begun to wait, so time goes on until it ends.
            let error = await unread.world.passTime(by: .milliseconds(100)) {
                await failure {
                    try await channel.unary(
                        Test.echo, "a", options: CallOptions(timeout: .seconds(1)))
                }
            }
            #expect(error?.code == .deadlineExceeded)
            #expect(error?.status.neverStarted == true)
        }
    }
}
