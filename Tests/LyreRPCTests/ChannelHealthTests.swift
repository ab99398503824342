import LyreRPC
import Synchronization
import TestSupport
import Testing

/// How a channel leaves endpoints that fail, and comes back to them.
@Suite(.timeLimit(.minutes(1)))
struct ChannelHealthTests {
    /// Servers that answer with their numbers, or with an error that a test sets.
    private struct Farm {
        let time = ManualTime()
        let transport: InProcessTransport
        let frames = Recorder<Crossing>()
        let errors: ErrorTable
        let endpoints: [Endpoint]

        init(_ count: Int, capacity: Int = 0) {
            let (frames, errors) = (frames, ErrorTable())
            self.errors = errors
            let transport = InProcessTransport(time: time) { frame, direction in
                frames.record(Crossing(frame: frame, direction: direction))
                return frame
            }
            self.transport = transport
            endpoints = (0..<count).map { number in
                Self.serve(number, errors, capacity, on: transport)
            }
        }

        /// Also in another's place, as a server that was restarted.
        static func serve(
            _ number: Int, _ errors: ErrorTable, _ capacity: Int, on transport: InProcessTransport
        ) -> Endpoint {
            var registry = Registry()
            if capacity > 0 { registry.limit("Test", to: Admission(capacity: capacity)) }
            registry.unary(Test.echo) { note, _ in
                if note == "wait" { try await errors.gate.wait() }
                try errors.check(number)
                return Note("\(number)")
            }
            registry.serverStream(Test.count) { _, writer, _ in
                try await writer.send(Note("\(number)"))
                try errors.check(number)
            }
            return transport.serve(RPCServer(registry: registry, schema: 0), as: "\(number)")
        }

        func channel() async -> Channel {
            let channel = Channel(
                service: "Test", resolver: StaticResolver(endpoints), connector: transport,
                time: time)
            await until { channel.readyEndpoints.count == endpoints.count }
            return channel
        }

        var opens: Int { frames.all.count { $0.frame.open != nil } }

        /// How often each server answered some calls.
        func answers(_ channel: Channel, of calls: Int) async throws -> [Int] {
            var counts = [Int](repeating: 0, count: endpoints.count)
            for _ in 0..<calls {
                counts[Int(try await channel.unary(Test.echo, "a").text)!] += 1
            }
            return counts
        }
    }

    /// What servers throw, by their numbers.
    private final class ErrorTable: Sendable {
        let gate = Latch()
        private let errors = Mutex<[Int: RPCError]>([:])

        func set(_ error: RPCError?, at number: Int) { errors.withLock { $0[number] = error } }
        func check(_ number: Int) throws {
            if let error = errors.withLock({ $0[number] }) { throw error }
        }
    }

    private let broken = RPCError(.internal, "broken")

    // MARK: Ejection

    @Test func whoFailsIsLeftAloneAndComesBackSlowly() async throws {
        let farm = Farm(2)
        let channel = await farm.channel()
        let events = Recorder<ChannelEvent>()
        channel.observe { events.record($0) }
        farm.errors.set(broken, at: 0)
        var failures = 0
        while channel.report.counts.ejections == 0 {
            if await failure({ try await channel.unary(Test.echo, "a") }) != nil { failures += 1 }
        }
        // Failures in a row, with none but the other's good calls in between.
        #expect(failures == OutlierDetector.patience)
        guard case .ejected(farm.endpoints[0], _, broken) = events.all.first else {
            Issue.record("no ejection was told of")
            return
        }
        #expect(try await farm.answers(channel, of: 50) == [0, 50])
        guard case .ejected(let left, broken) = channel.report.endpoints[0].state else {
            Issue.record("it is not reported as ejected")
            return
        }
        #expect(channel.report.endpoints[1].state == .ready)

        farm.errors.set(nil, at: 0)
        farm.time.advance(by: left)
        #expect(channel.report.endpoints[0].state == .ready)
        #expect(channel.report.endpoints[0].share == SlowStart.firstShare)
        // A tenth of the choices, half of which the other one would win.
        let slow = try await farm.answers(channel, of: 400)
        #expect((1...100).contains(slow[0]))
        farm.time.advance(by: SlowStart.returning)
        let full = try await farm.answers(channel, of: 400)
        #expect((120...280).contains(full[0]))
    }

    @Test func theOnlyOneIsNeverEjected() async {
        let farm = Farm(1)
        let channel = await farm.channel()
        farm.errors.set(broken, at: 0)
        for _ in 0..<20 {
            #expect(await failure { try await channel.unary(Test.echo, "a") } == broken)
        }
        #expect(channel.report.counts.ejections == 0)
    }

    @Test func whereAllFailHalfStay() async {
        let farm = Farm(4)
        let channel = await farm.channel()
        for number in 0..<4 { farm.errors.set(broken, at: number) }
        for _ in 0..<100 { _ = await failure { try await channel.unary(Test.echo, "a") } }
        #expect(channel.report.counts.ejections == 2)
    }

    @Test(arguments: [
        StatusCode.resourceExhausted, .invalidArgument, .cancelled, .deadlineExceeded, .notFound,
    ])
    func errorsThatAreNotTheEndpointsDoNotEject(_ code: StatusCode) async {
        let farm = Farm(2)
        let channel = await farm.channel()
        farm.errors.set(RPCError(code, "no"), at: 0)
        for _ in 0..<50 { _ = await failure { try await channel.unary(Test.echo, "a") } }
        #expect(channel.report.counts.ejections == 0)
    }

    @Test func aCallersOwnDeadlineDoesNotEject() async {
        let farm = Farm(2)
        let channel = await farm.channel()
        for _ in 0..<10 {
            let sent = farm.opens
            async let error = failure {
                try await channel.unary(
                    Test.echo, "wait", options: CallOptions(timeout: .milliseconds(1)))
            }
            await until { farm.opens > sent }
            await farm.transport.advance(by: .milliseconds(1))
            #expect(await error?.code == .deadlineExceeded)
        }
        #expect(channel.report.counts.ejections == 0)
    }

    @Test func callersReportWhatNoStatusShows() async throws {
        let farm = Farm(2)
        let channel = await farm.channel()
        let hung = RPCError(.unavailable, "nothing came for 1.5 s")
        for _ in 0..<3 { channel.reportFailure(of: farm.endpoints[1], hung) }
        #expect(try await farm.answers(channel, of: 20) == [20, 0])
    }

    @Test func streamsCountByTheirStatus() async {
        let farm = Farm(2)
        let channel = await farm.channel()
        farm.errors.set(broken, at: 0)
        while channel.report.counts.ejections == 0 {
            _ = await failure {
                try await channel.serverStream(Test.count, "a") { reader in
                    while try await reader.next() != nil {}
                }
            }
        }
    }

    @Test func anErrorOfAnotherCallThatAStreamsBodyThrowsIsNotTheEndpoints() async {
        let farm = Farm(2)
        let channel = await farm.channel()
        for _ in 0..<20 {
            let error = await failure {
                try await channel.serverStream(Test.count, "a") { _ in throw broken }
            }
            #expect(error == broken)
        }
        #expect(channel.report.counts.ejections == 0)
    }

    @Test func whereOnlyAnEjectedOneIsLeftItIsCalled() async throws {
        let farm = Farm(2)
        let channel = await farm.channel()
        for _ in 0..<3 { channel.reportFailure(of: farm.endpoints[1], broken) }
        farm.errors.set(RPCError(.unavailable, "no", neverStarted: true), at: 0)
        #expect(try await channel.unary(Test.echo, "a") == "1")
    }

    @Test func aServerThatWasRestartedIsForgivenAndNew() async throws {
        let farm = Farm(2)
        let channel = await farm.channel()
        for _ in 0..<3 { channel.reportFailure(of: farm.endpoints[0], broken) }
        farm.time.advance(by: .milliseconds(100))
        _ = Farm.serve(0, farm.errors, 0, on: farm.transport)
        // Both ends of both sessions fall silent, and are made anew.
        for _ in 0..<2 { await farm.transport.advance(by: .seconds(6)) }
        await until { channel.report.endpoints.allSatisfy { $0.state == .ready } }
        #expect(channel.report.endpoints.map(\.share) == [SlowStart.firstShare, 1])
    }

    // MARK: Newcomers

    /// Names the first server, and the second once it is told to.
    private final class GrowingList: Resolver {
        let endpoints: [Endpoint]
        let isGrown = Latch()
        let interval: Duration? = .milliseconds(1)
        init(_ endpoints: [Endpoint]) { self.endpoints = endpoints }
        func resolve() async throws(RPCError) -> [Endpoint] {
            isGrown.isOpen ? endpoints : [endpoints[0]]
        }
    }

    /// A channel whose second server comes after the first has been at work for a minute.
    private func grown(_ farm: Farm, _ meanwhile: (Channel) async throws -> Void = { _ in })
        async throws -> Channel
    {
        let list = GrowingList(farm.endpoints)
        let channel = Channel(
            service: "Test", resolver: list, connector: farm.transport, time: farm.time)
        await until { channel.readyEndpoints.count == 1 }
        farm.time.advance(by: .seconds(60))
        try await meanwhile(channel)
        list.isGrown.open()
        await until { channel.readyEndpoints.count == 2 }
        return channel
    }

    @Test func aNewcomerGetsAGrowingShare() async throws {
        let farm = Farm(2)
        let channel = try await grown(farm)
        let first = try await farm.answers(channel, of: 400)
        #expect((1...50).contains(first[1]))
        // Six seconds after it has come it is at work, with about a third of the calls.
        farm.time.advance(by: .seconds(6))
        let later = try await farm.answers(channel, of: 400)
        #expect((60...190).contains(later[1]))
    }

    @Test func aNewcomerTakesWhatOthersHaveNoRoomFor() async throws {
        let farm = Farm(2, capacity: 1)
        var calls: [Task<Note, any Error>] = []
        let channel = try await grown(farm) { channel in
            calls.append(Task { try await channel.unary(Test.echo, "wait") })
            await until { channel.report.endpoints[0].calls == 1 }
        }
        #expect(try await channel.unary(Test.echo, "a") == "1")
        #expect(channel.report.counts.retries == 0)
        farm.errors.gate.open()
        for call in calls { _ = try await call.value }
    }

    // MARK: Retries

    @Test func withoutABudgetTheFirstErrorIsTheCallers() async {
        let farm = Farm(2)
        let channel = await farm.channel()
        let refusal = RPCError(.unavailable, "no", neverStarted: true)
        for number in 0..<2 { farm.errors.set(refusal, at: number) }
        while channel.takeRetry() {}
        let (opens, refused) = (farm.opens, channel.report.counts.refusedRetries)
        #expect(await failure { try await channel.unary(Test.echo, "a") } == refusal)
        #expect(farm.opens == opens + 1)
        #expect(channel.report.counts.refusedRetries == refused + 1)
    }

    @Test func theSameServerIsTriedAgainWhenItSaysSo() async throws {
        let farm = Farm(1)
        let channel = await farm.channel()
        farm.errors.set(
            RPCError(.unavailable, "soon", neverStarted: true, retryAfterMilliseconds: 200), at: 0)
        let clock = ContinuousClock()
        let start = clock.now
        async let reply = channel.unary(Test.echo, "a")
        await until { farm.frames.all.contains { $0.frame.status?.code == .unavailable } }
        farm.errors.set(nil, at: 0)
        #expect(try await reply == "0")
        #expect(clock.now - start >= .milliseconds(200))
        #expect(channel.report.counts.retries == 1)
    }

    @Test(arguments: [(UInt32(400), Duration.milliseconds(300)), (501, .seconds(60))])
    func aServerThatIsBackTooLateIsNotWaitedFor(_ retryAfter: UInt32, _ timeout: Duration) async {
        let farm = Farm(1)
        let channel = await farm.channel()
        let refusal = RPCError(
            .unavailable, "later", neverStarted: true, retryAfterMilliseconds: retryAfter)
        farm.errors.set(refusal, at: 0)
        let error = await failure {
            try await channel.unary(Test.echo, "a", options: CallOptions(timeout: timeout))
        }
        #expect(error == refusal)
        #expect(farm.opens == 1)
        #expect(channel.report.counts.retries == 0)
    }

    @Test func aFullServersCallsGoOnlyWhereThereIsRoom() async throws {
        let farm = Farm(2, capacity: 1)
        let (busy, channel) = (await farm.channel(), await farm.channel())
        var calls: [Task<Note, any Error>] = []
        for count in 1...2 {
            calls.append(Task { try await busy.unary(Test.echo, "wait") })
            await until { busy.report.endpoints.map(\.calls).reduce(0, +) == count }
        }
        // The other client hears of it.
        await farm.transport.advance(by: .milliseconds(500))
        await until { channel.report.endpoints.allSatisfy { $0.load.active == 1 } }
        let opens = farm.opens
        let error = await failure { try await channel.unary(Test.echo, "a") }
        #expect(error?.code == .resourceExhausted)
        #expect(farm.opens == opens + 1)
        farm.errors.gate.open()
        for call in calls { _ = try await call.value }
        #expect(channel.report.counts.ejections == 0)
    }
}
