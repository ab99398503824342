import LyreRPC
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SequenceTests {
    /// Loses one message of a stream.
    private func world(
        losing lost: String, _ direction: InProcessTransport.Direction, seen: Recorder<RPCError>
    )
        -> World
    {
        World(filter: { frame, way in
            way == direction && frame.isData && frame.payload == Note(lost).encoded() ? nil : frame
        }) { registry in
            registry.bidirectional(Test.chat) { reader, writer, _ in
                do { for try await note in reader { try await writer.send(note) } } catch {
                    if let error = error as? RPCError { seen.record(error) }
                    throw error
                }
            }
        }
    }

    private func chat(_ world: World) async -> RPCError? {
        await failure {
            try await world.channel().bidirectional(Test.chat) { reader, writer in
                for word in ["a", "b", "c"] { try await writer.send(Note(word)) }
                try await writer.finish()
                while try await reader.next() != nil {}
            }
        }
    }

    @Test func aHoleInWhatTheServerSendsIsDataLoss() async {
        let world = world(losing: "b", .toClient, seen: Recorder())
        let error = await chat(world)
        #expect(error?.code == .dataLoss)
        #expect(error?.status.message.hasPrefix("a frame is missing before number") == true)
        #expect(await world.frame(.toServer) { $0.resetReason != nil }.resetReason != nil)
    }

    @Test func aHoleInWhatTheClientSendsIsDataLoss() async {
        let seen = Recorder<RPCError>()
        let world = world(losing: "b", .toServer, seen: seen)
        let error = await chat(world)
        #expect(await seen.first { _ in true }.code == .dataLoss)
        // The client hears of it by a RESET.
        #expect(error?.code == .dataLoss || error?.code == .unavailable)
    }

    @Test func aFrameThatComesTwiceIsDataLoss() async {
        let client = RawClient(World { $0.unary(Test.echo) { note, _ in note } }.server)
        let session = await client.hello()
        let ping = WireFrame(session: session, sequence: 1, .ping(nonce: 1))
        await client.session.receive(ping)
        await client.session.receive(ping)
        #expect(client.resetReason == "a frame is missing before number 1")
        #expect(client.peer.isClosed)
    }

    @Test func bothDirectionsCountFromOneWithoutHoles() async throws {
        let world = World { registry in
            registry.bidirectional(Test.chat) { reader, writer, _ in
                for try await note in reader { try await writer.send(note) }
            }
        }
        try await world.channel().bidirectional(Test.chat) { reader, writer in
            for word in ["a", "b", "c"] { try await writer.send(Note(word)) }
            try await writer.finish()
            while try await reader.next() != nil {}
        }
        for direction in [InProcessTransport.Direction.toServer, .toClient] {
            let numbers = world.sent(direction).dropFirst().map(\.sequence)  // HELLO, WELCOME have none
            #expect(numbers == (1...UInt64(numbers.count)).map { $0 })
        }
    }
}
