import DecoderService
import SNAC
import TestSupport
import Testing

/// Calls that are given up at any moment, as those of a farm under faults are.
@Suite(.timeLimit(.minutes(1))) struct GivingUpTests {
    @Test func noOneWaitsForTheOtherForEver() async throws {
        let world = try World(CPUBackend(model: try Demo.model()), engines: 2)
        let channel = world.channel()
        let frames = (0..<12).map { frame in [UInt32](repeating: UInt32(frame), count: 7) }
        await withTaskGroup { group in
            for worker in 0..<8 {
                group.addTask {
                    var random = SeededGenerator(seed: UInt64(worker))
                    for _ in 0..<150 {
                        let call = Task { try await channel.decode(frames) }
                        for _ in 0..<Int.random(in: 0..<200, using: &random) { await Task.yield() }
                        call.cancel()
                        _ = try? await call.value
                    }
                }
            }
        }
        #expect(try await channel.decode(frames).count == 12 * 2048)
        await until { world.admission.active == 0 }
    }
}
