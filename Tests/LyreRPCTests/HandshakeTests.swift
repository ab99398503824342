import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct HandshakeTests {
    private func world(_ windows: Windows = .standard) -> World {
        World(windows: windows) { $0.unary(Test.echo) { note, _ in note } }
    }

    private func hello(
        versions: ClosedRange<UInt32> = 1...1, service: String = "Test",
        windows: Windows = .standard
    ) -> Hello {
        Hello(versions: versions, service: service, schema: 7, client: "test", windows: windows)
    }

    private func connect(_ world: World, _ hello: Hello) async throws -> Welcome {
        try await world.transport.open(to: world.endpoint, hello: hello).connect()
    }

    @Test func theWelcomeTellsVersionInstanceSchemaWindowsAndASession() async throws {
        let windows = Windows(stream: 1000, connection: 9000)
        let world = world(windows)
        let welcome = try await connect(world, hello())
        #expect(welcome == Welcome(version: 1, instance: "instance", schema: 7, windows: windows))
        let answer = world.sent(.toClient)[0]
        #expect(answer.session != 0)
        #expect(answer.sequence == 0)
    }

    @Test func everySessionHasItsOwnNumber() async throws {
        let world = world()
        for _ in 0..<20 { _ = try await connect(world, hello()) }
        let numbers = world.sent(.toClient).filter {
            if case .welcome = $0.body { true } else { false }
        }
        #expect(Set(numbers.map(\.session)).count == 20)
    }

    @Test func theHighestCommonVersionIsTaken() async throws {
        #expect(try await connect(world(), hello(versions: 0...9)).version == 1)
    }

    @Test(arguments: [2...3, 0...0] as [ClosedRange<UInt32>])
    func withoutACommonVersionTheServerSaysWhichItSpeaks(_ versions: ClosedRange<UInt32>) async {
        let error = await failure { try await connect(world(), hello(versions: versions)) }
        #expect(error?.code == .failedPrecondition)
        #expect(error?.status.message == "this server speaks protocol versions 1 to 1 only")
        #expect(error?.status.neverStarted == true)
    }

    @Test func aServerNamesWhatItOffersToAClientOfAnotherService() async {
        let error = await failure { try await connect(world(), hello(service: "Decoder")) }
        #expect(error?.status.message == "this server does not offer Decoder, only Test")
    }

    @Test func noServiceNamedMeansAny() async throws {
        #expect(try await connect(world(), hello(service: "")).version == 1)
    }

    @Test func windowsThatWouldTakeTooMuchMemoryAreRefused() async {
        let huge = Windows(stream: .max, connection: .max)
        let error = await failure { try await connect(world(), hello(windows: huge)) }
        #expect(error?.status.message.contains("at most 16 MiB") == true)
    }

    @Test func anUnansweredHelloEndsAfterFiveSeconds() async throws {
        let world = World(filter: { frame, direction in direction == .toServer ? nil : frame }) {
            _ in
        }
        async let error = failure { try await connect(world, hello()) }
        _ = await world.frame(.toServer) { _ in true }
        await world.transport.advance(by: .seconds(5))
        #expect(await error?.code == .unavailable)
        #expect(await error?.status.message.contains("is it a Lyre server?") == true)
    }

    @Test func aFrameOfAnotherSessionIsReset() async throws {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(
            .open(Open(method: "Test/Echo", end: true)), session: session ^ 1, stream: 1, [])
        #expect(client.resetReason == "the frame is of another session")
        #expect(client.peer.isClosed)
    }

    @Test(
        arguments: [.data(end: true), .cancel, .ping(nonce: 1), .credit(bytes: 1)]
            as [WireFrame.Body])
    func aSessionBeginsWithHelloOrOpen(_ body: WireFrame.Body) async {
        let client = RawClient(world().server)
        await client.send(body, session: 0, stream: 1)
        #expect(client.resetReason == "a session begins with HELLO, or with OPEN in session 0")
        #expect(client.peer.isClosed)
    }

    @Test func aSecondHelloInASessionIsReset() async {
        let client = RawClient(world().server)
        let session = await client.hello()
        await client.send(.hello(hello()), session: session)
        #expect(client.resetReason == "a handshake came twice")
    }

    @Test func aClientRefusesAVersionItDoesNotSpeak() async {
        let peer = RawPeer()
        let session = Session.client(
            hello: hello(), link: peer, executor: SerialQueueExecutor(), time: ManualTime())
        async let error = failure { try await session.connect() }
        await peer.frames.wait { !$0.isEmpty }
        await session.receive(
            WireFrame(
                session: 5,
                .welcome(Welcome(version: 2, instance: "", schema: 0, windows: .standard))))
        #expect(await error?.status.message.contains("cannot speak version 2") == true)
        #expect(peer.frames.all.last?.resetReason != nil)
    }
}
