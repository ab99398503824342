import LyreRPC
import TestSupport
import Testing
import WireMessages
import ZeroMQTransport

/// A server with keys, and who gets in.
@Suite(.timeLimit(.minutes(1)))
struct SecurityTests {
    private static let whoami = Method<RawMessage, RawMessage>("Test/Echo")
    private static let stage = Method<RawMessage, RawMessage>("Stage/Echo")

    /// A server that asks for keys, and keys for it.
    private struct Castle {
        let keys = KeyPair()
        let alice = KeyPair()
        let operative = KeyPair()
        let access: Access
        let events = Recorder<ServerEvent>()
        let serverSide = ZeroMQTransport(client: "server")
        let listener: Listener

        init() async throws {
            access = Access(
                try AccessList(
                    """
                    # who may call
                    \(alice.publicKey) client alice
                    \(operative.publicKey) operator otto

                    """))
            var registry = Registry()
            registry.permit("Test", to: .client)
            registry.permit("Stage", to: .frontend)
            registry.unary(whoami) { message, _ in message }
            registry.unary(stage) { message, _ in message }
            let server = RPCServer(registry: registry, schema: 0) { [events] in events.record($0) }
            listener = try await serverSide.listen(
                Address("127.0.0.1:0"), server, security: ServerSecurity(keys: keys, access: access)
            )
        }

        func call(
            _ method: Method<RawMessage, RawMessage>, _ pair: KeyPair?, server: PublicKey? = nil
        ) async throws -> String {
            let transport = ZeroMQTransport(client: "test")
            let security = pair.map { ClientSecurity(server: server ?? keys.publicKey, keys: $0) }
            let channel = try transport.channel(
                to: listener.endpoint.address, service: "", security: security)
            return try await channel.unary(method, "in").text
        }
    }

    @Test func anAllowedKeyGetsIn() async throws {
        let castle = try await Castle()
        #expect(try await castle.call(Self.whoami, castle.alice) == "in")
        #expect(castle.events.all.contains(.sessionBegan(Caller(name: "alice", roles: [.client]))))
    }

    @Test func aKeyOpensWhatItIsFor() async throws {
        let castle = try await Castle()
        let error = await failure { try await castle.call(Self.stage, castle.alice) }
        #expect(error?.code == .permissionDenied)
        #expect(
            error?.status.message == "'alice' may not call Stage/Echo, which is for frontend")
        #expect(castle.events.all.count(.role) == 1)
        #expect(try await castle.call(Self.stage, castle.operative) == "in")
    }

    @Test func whoIsNotAllowedStaysOut() async throws {
        let castle = try await Castle()
        // The server has tried both on itself before it listened.
        let events = castle.events.all
        let before = (events.count(.key), events.count(.mechanism) + events.count(.handshake))
        let stranger = await failure { try await castle.call(Self.whoami, KeyPair()) }
        #expect(stranger?.code == .unauthenticated)
        #expect(stranger?.status.message.hasSuffix("the server does not allow this key") == true)
        let keyless = await failure { try await castle.call(Self.whoami, nil) }
        // Whether libzmq tells of the server's mechanism or of the end of the connection first.
        #expect([.unauthenticated, .failedPrecondition].contains(keyless?.code))
        #expect(keyless?.status.message.hasSuffix("asks for keys") == true)
        // Counted when libzmq tells of it, which may be later than the client knows.
        await castle.events.wait { events in
            events.count(.key) > before.0
                && events.count(.mechanism) + events.count(.handshake) > before.1
        }
    }

    @Test func aServerWithAnotherKeyIsNotTalkedTo() async throws {
        let castle = try await Castle()
        let error = await failure {
            try await castle.call(Self.whoami, castle.alice, server: KeyPair().publicKey)
        }
        #expect(error?.code == .unauthenticated)
        #expect(error?.status.message.contains("another public key") == true)
    }

    @Test func aServerWithoutKeysIsNotTalkedTo() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.clientSide.channel(
            to: loopback.listener.endpoint.address, service: "Test",
            security: ClientSecurity(server: KeyPair().publicKey, keys: KeyPair()))
        let error = await failure { try await channel.unary(Test.echo, "a") }
        #expect(error?.code == .unauthenticated)
        #expect(error?.status.message.contains("asks for none") == true)
    }

    @Test func whoLosesItsPlaceIsSentAway() async throws {
        let castle = try await Castle()
        let transport = ZeroMQTransport(client: "test")
        let channel = try transport.channel(
            to: castle.listener.endpoint.address, service: "",
            security: ClientSecurity(server: castle.keys.publicKey, keys: castle.alice))
        #expect(try await channel.unary(Self.whoami, "a").text == "a")
        castle.access.replace(with: try AccessList("\(castle.operative.publicKey) operator otto"))
        await castle.listener.dismissStrangers()
        let error = await failure { try await channel.unary(Self.whoami, "a") }
        #expect(error?.code == .unauthenticated)
        // Who is still in the list stays.
        #expect(try await castle.call(Self.whoami, castle.operative) == "in")
        // And back in without a restart.
        castle.access.replace(with: try AccessList("\(castle.alice.publicKey) client alice"))
        #expect(try await castle.call(Self.whoami, castle.alice) == "in")
    }

    @Test func anOpenDoorIsFound() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let security = ServerSecurity(keys: KeyPair(), access: Access(try AccessList("")))
        await #expect(throws: RPCError.self) {
            try await loopback.serverSide.checkDoor(of: loopback.listener.endpoint, security)
        }
    }

    @Test func beyondTheLoopbackOnlyWithKeys() async throws {
        let transport = ZeroMQTransport(client: "test")
        let server = RPCServer(registry: Registry(), schema: 0)
        let listening = await failure {
            try await transport.listen(Address("0.0.0.0:0"), server)
        }
        #expect(listening?.status.message.hasPrefix("0.0.0.0 can be reached") == true)
        let channel = try transport.channel(to: "192.0.2.1:7100", service: "Test")
        let calling = await failure { try await channel.unary(Test.echo, "a") }
        #expect(calling?.status.message.contains("192.0.2.1 is another machine") == true)
    }
}

extension [ServerEvent] {
    fileprivate func count(_ refusal: ServerRefusal) -> Int {
        count { if case .refused(refusal, _) = $0 { true } else { false } }
    }
}
