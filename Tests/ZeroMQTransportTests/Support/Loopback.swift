import LyreRPC
import TestSupport
import ZeroMQTransport

enum Test {
    static let echo = Method<RawMessage, RawMessage>("Test/Echo")
    static let count = Method<RawMessage, RawMessage>("Test/Count", serverStreams: true)
    static let chat = Method<RawMessage, RawMessage>(
        "Test/Chat", clientStreams: true, serverStreams: true)
}

extension RawMessage: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(Array(text.utf8)) }
    init(_ text: String) { self.init(Array(text.utf8)) }
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// A server on a free port of the loopback, and a transport for its clients.
struct Loopback {
    let server: RPCServer
    let serverSide = ZeroMQTransport(client: "server")
    let clientSide = ZeroMQTransport(client: "test")
    let listener: Listener
    /// What handlers waited for and heard.
    let events: Recorder<String>
    let latch: Latch

    init(at address: String = "127.0.0.1:0") async throws {
        let (events, latch) = (Recorder<String>(), Latch())
        @Sendable func wait() async throws {
            events.record("started")
            do { try await latch.wait() } catch {
                events.record("cancelled")
                throw error
            }
        }
        var registry = Registry()
        registry.unary(Test.echo) { message, _ in
            if message == "wait" { try await wait() }
            return message
        }
        registry.serverStream(Test.count) { message, writer, _ in
            for number in 0..<(Int(message.text) ?? 0) {
                try await writer.send(
                    RawMessage([UInt8](repeating: UInt8(number & 255), count: 1000)))
            }
            if message == "wait" {
                try await writer.send("first")
                try await wait()
            }
        }
        registry.bidirectional(Test.chat) { reader, writer, _ in
            for try await message in reader { try await writer.send(message) }
        }
        server = RPCServer(registry: registry, schema: 0)
        listener = try await serverSide.listen(try Address(address), server)
        self.events = events
        self.latch = latch
    }

    /// Listens where another one just did: libzmq gives a port back in its own time.
    static func back(at address: String) async throws -> Loopback {
        while true {
            do { return try await Loopback(at: address) } catch {
                try Task.checkCancellation()
                await Task.yield()
            }
        }
    }

    /// Called at the end of a test, for Swift lets go of a value after its last use.
    func keep() { withExtendedLifetime((serverSide, clientSide, listener)) {} }

    func channel() throws -> Channel {
        try clientSide.channel(to: listener.endpoint.address, service: "Test")
    }
}

/// The error of a call that has to fail.
func failure<Value>(_ call: () async throws -> Value) async -> RPCError? {
    do {
        _ = try await call()
        return nil
    } catch { return error as? RPCError }
}
