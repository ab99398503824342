import LyreRPC
import TestSupport

/// A server that reads nothing, so that a client can use up the connection's window.
struct Unread {
    let gate = Latch()
    let world: World

    init() {
        let gate = gate
        world = World(windows: Windows(stream: 1000, connection: 1000)) { registry in
            registry.unary(Test.echo) { note, _ in note }
            registry.bidirectional(Test.chat) { _, _, _ in try await gate.wait() }
        }
    }

    /// Runs while a stream holds the whole window of the connection.
    func fillWindow(_ body: (Channel) async throws -> Void) async throws {
        let channel = world.channel()
        try await channel.bidirectional(Test.chat) { _, writer in
            try await writer.send(.of(bytes: 1000))
            try await body(channel)
            gate.open()
        }
    }
}
