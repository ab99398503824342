import LyreRPC
import TestSupport
import Testing

/// A client that sends any frames in any order: the session goes on, or ends with a RESET that says
/// why, and what it holds is let go.
@Suite(.timeLimit(.minutes(1 + Damage.rounds / 10_000))) struct FrameFuzzTests {
    private static let methods = ["Test/Echo", "Test/Count", "Test/Chat", "Test/None", "", "Test"]

    private static let registry: Registry = {
        var registry = Registry()
        registry.unary(Method<RawMessage, RawMessage>("Test/Echo")) { message, _ in message }
        registry.serverStream(Method<RawMessage, RawMessage>("Test/Count", serverStreams: true)) {
            message, writer, _ in
            for _ in 0..<20 { try await writer.send(message) }
        }
        let chat = Method<RawMessage, RawMessage>(
            "Test/Chat", clientStreams: true, serverStreams: true)
        registry.bidirectional(chat) { reader, writer, _ in
            for try await message in reader { try await writer.send(message) }
        }
        return registry
    }()

    private func frame(_ random: inout SeededGenerator, session: UInt64, sequence: UInt64)
        -> WireFrame
    {
        let stream = UInt32([0, 1, 1, 2, 3, 7, UInt32.max].randomElement(using: &random)!)
        let body: WireFrame.Body
        switch Int.random(in: 0..<16, using: &random) {
        case 0: body = .hello(Hello(service: "Test", schema: 0, client: "fuzz"))
        case 1...4:
            body = .open(
                Open(
                    method: Self.methods.randomElement(using: &random)!,
                    timeoutMilliseconds: [0, 0, 1, 60_000].randomElement(using: &random)!,
                    end: .random(using: &random)))
        case 5...8: body = .data(end: .random(using: &random))
        case 9: body = .cancel
        case 10, 11: body = .credit(bytes: [0, 1, 64, .max].randomElement(using: &random)!)
        case 12: body = .ping(nonce: 1)
        case 13: body = .status(.ok)
        case 14: body = .goAway(lastStream: 0, reason: "")
        default: body = .load(Load())
        }
        let isPlain = Int.random(in: 0..<40, using: &random) > 0
        return WireFrame(
            session: isPlain ? session : .random(in: 0...3, using: &random), stream: stream,
            sequence: isPlain ? sequence : .random(in: 0...9, using: &random), body,
            payload: Bool.random(using: &random)
                ? [UInt8](repeating: 7, count: [0, 1, 100, 70_000].randomElement(using: &random)!)
                : nil)
    }

    @Test func anyFramesInAnyOrder() async throws {
        var random = SeededGenerator(seed: Damage.seed)
        var (ended, frames) = (0, 0)
        while frames < Damage.rounds {
            let server = RPCServer(registry: Self.registry, schema: 0)
            let client = RawClient(server)
            let isImplicit = Int.random(in: 0..<4, using: &random) == 0
            let session = isImplicit ? 0 : await client.hello()
            var sequence: UInt64 = 0
            for _ in 0..<40 {
                frames += 1
                sequence += isImplicit ? 0 : 1
                await client.session.receive(
                    frame(&random, session: session, sequence: sequence))
                if await client.session.isClosed { break }
            }
            if await client.session.isClosed {
                ended += 1
                #expect(client.peer.isClosed)
                #expect(client.peer.frames.all.contains { $0.resetReason?.isEmpty == false })
            } else {
                await client.session.close(.connectionLost)
            }
            #expect(server.sessionCount == 0)
        }
        #expect(ended > 0)
    }
}
