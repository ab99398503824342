import LyreRPC
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ChannelTests {
    /// Servers that answer with their names, reachable by one transport.
    private struct Farm {
        let transport: InProcessTransport
        let time = ManualTime()
        let frames = Recorder<Crossing>()
        var endpoints: [Endpoint] = []
        var servers: [RPCServer] = []
        var admissions: [Admission] = []
        let gate = Latch()

        /// - Parameter places: for calls, of each server.
        init(_ places: [Int]) {
            transport = InProcessTransport(time: time)
            for (number, places) in places.enumerated() {
                var registry = Registry()
                admissions.append(Admission(capacity: places))
                registry.limit("Test", to: admissions[number])
                let gate = gate
                registry.unary(Test.echo) { note, _ in
                    if note == "wait" { try await gate.wait() }
                    return Note("\(number)")
                }
                registry.serverStream(Test.count) { _, writer, _ in
                    try await writer.send(Note("\(number)"))
                }
                let server = RPCServer(registry: registry, schema: 0)
                servers.append(server)
                endpoints.append(transport.serve(server, as: "\(number)"))
            }
        }

        func channel(_ resolver: (any Resolver)? = nil) -> Channel {
            Channel(
                service: "Test", resolver: resolver ?? StaticResolver(endpoints),
                connector: transport,
                time: time)
        }

        func ready(_ channel: Channel, _ count: Int) async {
            await until { channel.readyEndpoints.count == count }
        }
    }

    /// A list that a test changes.
    private final class ListResolver: Resolver {
        let list: Mutex<Result<[Endpoint], RPCError>>
        let interval: Duration? = .milliseconds(1)
        init(_ endpoints: [Endpoint]) { list = Mutex(.success(endpoints)) }
        func resolve() async throws(RPCError) -> [Endpoint] { try list.withLock { $0 }.get() }
    }

    @Test func callsSpreadOverTwoServers() async throws {
        let farm = Farm([100, 100])
        let channel = farm.channel()
        await farm.ready(channel, 2)
        // All of them stay at work, so the less busy of the two is always the right choice.
        var calls: [Task<Note, any Error>] = []
        for count in 1...100 {
            calls.append(Task { try await channel.unary(Test.echo, "wait") })
            await until { farm.admissions.map(\.active).reduce(0, +) == count }
        }
        #expect(farm.admissions.map(\.active) == [50, 50])
        farm.gate.open()
        for call in calls { _ = try await call.value }
    }

    @Test func anAvoidedServerIsCalledOnlyWhereThereIsNoOther() async throws {
        let farm = Farm([10, 10])
        let channel = farm.channel()
        await farm.ready(channel, 2)
        for number in 0...1 {
            let options = CallOptions(avoiding: [farm.endpoints[number]])
            for _ in 0..<20 {
                let name = try await channel.unary(Test.echo, "a", options: options)
                #expect(name == Note("\(1 - number)"))
            }
            try await channel.serverStream(Test.count, "a", options: options) { reader in
                #expect(reader.endpoint == farm.endpoints[1 - number])
            }
        }
        let both = CallOptions(avoiding: Set(farm.endpoints))
        _ = try await channel.unary(Test.echo, "a", options: both)
        #expect(channel.hasEndpoint(beside: [farm.endpoints[0]]))
        #expect(!channel.hasEndpoint(beside: both.avoided))
    }

    @Test func aReaderTellsForHowLongItsPeerWasSilent() async throws {
        let farm = Farm([10])
        let channel = farm.channel()
        try await channel.serverStream(Test.count, "a") { reader in
            _ = try await reader.next()
            while try await reader.next() != nil {}
            #expect(await reader.peerSilence() == .zero)
            farm.time.advance(by: .milliseconds(1500))
            #expect(await reader.peerSilence() == .milliseconds(1500))
        }
    }

    @Test func aCallThatNeverStartedGoesToAnotherServer() async throws {
        let farm = Farm([0, 10])
        let channel = farm.channel()
        await farm.ready(channel, 2)
        for _ in 0..<30 {
            #expect(try await channel.unary(Test.echo, "a") == "1")
            #expect(try await channel.serverStream(Test.count, "a") { try await $0.next() } == "1")
        }
    }

    @Test func whenAllAreFullTheCallFailsAtOnce() async {
        let farm = Farm([0, 0])
        let channel = farm.channel()
        await farm.ready(channel, 2)
        #expect(
            await failure { try await channel.unary(Test.echo, "a") }?.code == .resourceExhausted)
    }

    @Test func aDrainedServerIsLeftWithoutAFailedCall() async throws {
        let farm = Farm([10, 10])
        let channel = farm.channel()
        await farm.ready(channel, 2)
        await farm.servers[0].drain(grace: .zero)
        for _ in 0..<50 { #expect(try await channel.unary(Test.echo, "a") == "1") }
    }

    @Test func anEndpointThatIsNamedNoLongerIsLeftAndItsCallsEndWell() async throws {
        let farm = Farm([10, 10])
        let resolver = ListResolver([farm.endpoints[0]])
        let channel = farm.channel(resolver)
        async let old = channel.unary(Test.echo, "wait")
        await until { farm.admissions[0].active == 1 }
        resolver.list.withLock { $0 = .success([farm.endpoints[1]]) }
        await until { channel.readyEndpoints == [farm.endpoints[1]] }
        #expect(try await channel.unary(Test.echo, "a") == "1")
        farm.gate.open()
        #expect(try await old == "0")
        await until { farm.servers[0].sessionCount == 0 }
    }

    @Test func anErrorOfTheResolverKeepsTheLastEndpoints() async throws {
        let farm = Farm([10])
        let resolver = ListResolver(farm.endpoints)
        let channel = farm.channel(resolver)
        _ = try await channel.unary(Test.echo, "a")
        resolver.list.withLock { $0 = .failure(RPCError(.unavailable, "no DNS")) }
        for _ in 0..<20 {
            try await Task.sleep(for: .milliseconds(1))
            #expect(try await channel.unary(Test.echo, "a") == "0")
        }
    }

    @Test func aFirstResolutionThatFailsIsTheCallsError() async {
        let farm = Farm([10])
        let resolver = ListResolver([])
        resolver.list.withLock {
            $0 = .failure(RPCError(.unavailable, "the host 'x' is not known"))
        }
        let channel = farm.channel(resolver)
        let error = await failure { try await channel.unary(Test.echo, "a") }
        #expect(error?.status.message == "the host 'x' is not known")
        let events = Recorder<ChannelEvent>()
        channel.observe { events.record($0) }
        guard case .unresolved(error) = events.all.first else {
            Issue.record("nobody was told of it")
            return
        }
        resolver.list.withLock { $0 = .success(farm.endpoints) }
        await until { await (try? channel.unary(Test.echo, "a")) == "0" }
    }

    @Test func nobodyThereIsOneClearSentence() async {
        let transport = InProcessTransport()
        let channel = Channel(
            service: "Test", resolver: StaticResolver([Endpoint("inproc://none")]),
            connector: transport)
        let error = await failure { try await channel.unary(Test.echo, "a") }
        #expect(error?.code == .unavailable)
        #expect(
            error?.status.message
                == "Test cannot be reached at inproc://none: nobody serves inproc://none")
        #expect(error?.status.neverStarted == true)
    }

    @Test func noEndpointAtAllIsOneClearSentence() async {
        let channel = Channel(
            service: "Test", resolver: StaticResolver([]), connector: InProcessTransport())
        let error = await failure { try await channel.unary(Test.echo, "a") }
        #expect(error?.status.message == "there is no endpoint for Test")
    }

    @Test func theWrongServiceIsToldWithTheEndpoint() async {
        let farm = Farm([10])
        let channel = Channel(
            service: "Decoder", resolver: StaticResolver(farm.endpoints), connector: farm.transport)
        let error = await failure { try await channel.unary(Method<Note, Note>("Decoder/X"), "a") }
        #expect(error?.code == .failedPrecondition)
        #expect(
            error?.status.message
                == "Decoder cannot be reached at inproc://0: this server does not offer Decoder, only Test"
        )
    }

    @Test func aLostSessionIsMadeAnew() async throws {
        let farm = Farm([10])
        let channel = farm.channel()
        _ = try await channel.unary(Test.echo, "a")
        // Six silent seconds at once: both ends give the session up.
        await farm.transport.advance(by: .seconds(6))
        #expect(try await channel.unary(Test.echo, "b") == "0")
    }

    @Test func aChannelThatWasShutDownRefusesCalls() async throws {
        let farm = Farm([10])
        let channel = farm.channel()
        _ = try await channel.unary(Test.echo, "a")
        channel.shutdown()
        let error = await failure { try await channel.unary(Test.echo, "b") }
        #expect(error?.status.message == "the channel was shut down")
        await until { farm.servers[0].sessionCount == 0 }
    }

    @Test func theFirstCallWaitsForTheFirstServerToAnswer() async throws {
        let farm = Farm([10])
        let channel = farm.channel(
            StaticResolver([Endpoint("inproc://nobody"), farm.endpoints[0]]))
        #expect(try await channel.unary(Test.echo, "a") == "0")
    }

    @Test func waitingForAServerEndsWithTheTask() async {
        struct Never: Connector {
            func connect(to endpoint: Endpoint, service: String) async throws(RPCError) -> Session {
                try? await Task.sleep(for: .seconds(3600))
                throw RPCError(.unavailable, "never")
            }
        }
        let channel = Channel(
            service: "Test", resolver: StaticResolver([Endpoint("x")]), connector: Never())
        let call = Task { await failure { try await channel.unary(Test.echo, "a") } }
        call.cancel()
        #expect(await call.value?.code == .cancelled)
        let late = await failure {
            try await channel.unary(Test.echo, "a", options: CallOptions(timeout: .milliseconds(5)))
        }
        #expect(late?.code == .deadlineExceeded)
    }
}
