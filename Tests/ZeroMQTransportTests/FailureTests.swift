import LyreRPC
import TestSupport
import Testing
import WireMessages
import ZeroMQTransport

/// Peers that go, are not there, or are something else.
@Suite(.timeLimit(.minutes(1)))
struct FailureTests {
    private func error(at endpoint: String) async throws -> RPCError? {
        let transport = ZeroMQTransport(client: "test")
        let channel = try transport.channel(to: endpoint, service: "Test")
        return await failure { try await channel.unary(Test.echo, "a") }
    }

    // MARK: Nobody, or somebody else

    @Test func nobodyListens() async throws {
        let (port, keep) = try ReplayServer.deafPort()
        defer { keep() }
        let error = try await error(at: "127.0.0.1:\(port)")
        #expect(error?.code == .unavailable)
        #expect(
            error?.status.message
                == "Test cannot be reached at tcp://127.0.0.1:\(port): nobody listens there")
        #expect(error?.status.neverStarted == true)
    }

    @Test(arguments: [
        "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", "SSH-2.0-OpenSSH_9.2p1\r\n", "",
        String(repeating: "x", count: 300),
    ])
    func aPeerThatSpeaksNoZeroMQ(_ greeting: String) async throws {
        let listener = PlainListener()
        defer { withExtendedLifetime(listener) {} }
        listener.serveOnce(Array(greeting.utf8), thenClose: true)
        let error = try await error(at: "127.0.0.1:\(listener.port)")
        #expect(error?.code == .failedPrecondition)
        #expect(
            error?.status.message
                == "Test cannot be reached at tcp://127.0.0.1:\(listener.port): "
                + "what answers there is no Lyre server, or one that asks for keys")
    }

    @Test(
        arguments: [[[]], [[1]], [[1, 2], [3]], [[], [], []], [[1], [2], [3], [4], [5]]]
            as [[[UInt8]]])
    func aZeroMQPeerThatIsNoLyre(_ answer: [[UInt8]]) async throws {
        let peer = try RawSocket(.router)
        let endpoint = try peer.endpoint
        let transport = ZeroMQTransport(client: "test")
        let channel = try transport.channel(to: endpoint.address, service: "Test")
        async let error = failure { try await channel.unary(Test.echo, "a") }
        let hello = try await peer.receive()
        peer.send([hello[0]] + answer)
        #expect(await error?.code == .failedPrecondition)
        #expect(
            await error?.status.message.contains("what answers there is no Lyre server") == true)
    }

    @Test func aServerOfAnotherService() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.clientSide.channel(
            to: loopback.listener.endpoint.address, service: "Decoder")
        let error = await failure { try await channel.unary(Test.echo, "a") }
        #expect(
            error?.status.message.hasSuffix("this server does not offer Decoder, only Test") == true
        )
    }

    @Test func aHostThatIsNotKnown() async throws {
        let error = try await error(at: "no-such-host.invalid:4242")
        #expect(error?.code == .unavailable)
        #expect(
            error?.status.message.contains("the host 'no-such-host.invalid' is not known") == true)
    }

    @Test(arguments: [
        "", "x", "tcp://", "host:", "host:99999", "host:-1", "a/b:1", ":4242", "static:", "dns:x",
        "file:",
    ])
    func addressesThatAreNone(_ text: String) {
        let error = #expect(throws: RPCError.self) { try Target.resolver(for: text) }
        #expect(error?.code == .invalidArgument)
        #expect(
            error?.status.message.hasSuffix("is no address such as tcp://127.0.0.1:4242") == true)
    }

    // MARK: Ports

    @Test func aBusyPort() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let address = loopback.listener.endpoint.address
        let error = await failure { try await Loopback(at: address) }
        #expect(error?.status.message == "cannot listen on \(address): the port is in use already")
    }

    @Test func aClosedListenerGivesItsPortBack() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let address = loopback.listener.endpoint.address
        await loopback.listener.close()
        let next = try await Loopback.back(at: address)
        defer { next.keep() }
        #expect(try await next.channel().unary(Test.echo, "a") == "a")
    }

    // MARK: Servers that go

    @Test func aServerThatDisappearsEndsItsCalls() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        async let unary = failure { try await channel.unary(Test.echo, "wait") }
        async let stream = failure {
            try await channel.serverStream(Test.count, "wait") { reader in
                while try await reader.next() != nil {}
            }
        }
        await loopback.events.wait { $0 == ["started", "started"] }
        await loopback.listener.close()
        #expect(await unary?.code == .unavailable)
        #expect(await unary?.status.neverStarted == false)
        #expect(await stream?.code == .unavailable)
        await loopback.events.wait { $0.filter { $0 == "cancelled" }.count == 2 }
        let next = await failure { try await channel.unary(Test.echo, "a") }
        #expect(next?.code == .unavailable)
        #expect(next?.status.neverStarted == true)
    }

    @Test func aServerThatComesBackIsFound() async throws {
        let loopback = try await Loopback()
        defer { loopback.keep() }
        let channel = try loopback.channel()
        #expect(try await channel.unary(Test.echo, "a") == "a")
        await loopback.listener.close()
        let back = try await Loopback.back(at: loopback.listener.endpoint.address)
        defer { back.keep() }
        await until { await (try? channel.unary(Test.echo, "b")) == "b" }
        #expect(back.server.sessionCount == 1)
    }
}
