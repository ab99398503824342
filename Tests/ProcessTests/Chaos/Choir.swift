import Synchronization
import Testing

/// Listeners who hear the same text with seeds of their own, and know what they have to hear.
final class Choir: Sendable {
    typealias Song = (seed: UInt64, heard: Listener.Heard)

    static let text = Array(
        repeating: "The lazy cat has seven green boxes, and keeps them in the garden.", count: 2
    ).joined(separator: " ")

    private let listener: Listener
    private let size: Int
    private let expected = Mutex<[UInt64: [UInt8]]>([:])

    /// Hears all once without a fault.
    convenience init(_ farm: ChaosFarm, size: Int) async throws {
        try await self.init(Listener(farm), size: size)
    }

    init(_ listener: Listener, size: Int) async throws {
        self.listener = listener
        self.size = size
        let songs = try await sing {}
        expected.withLock { expected in
            for song in songs { expected[song.seed] = song.heard.samples }
        }
    }

    /// - Parameter fault: Called once all have heard half a second, and are in the middle of it.
    /// - Throws: Where a call fails.
    func sing(_ fault: @escaping @Sendable () async throws -> Void) async throws -> [Song] {
        let (begun, inlet) = AsyncStream<Void>.makeStream()
        return try await withThrowingTaskGroup(of: Song?.self) { group in
            for seed in 0..<UInt64(size) {
                group.addTask { [listener] in
                    let hasBegun = Atomic(false)
                    let heard = try await listener.hear(Self.text, seed: seed) { samples in
                        guard samples >= 12_000 else { return }
                        if !hasBegun.exchange(true, ordering: .relaxed) { inlet.yield() }
                    }
                    return (seed, heard)
                }
            }
            group.addTask { [size] in
                var iterator = begun.makeAsyncIterator()
                for _ in 0..<size { await iterator.next() }
                try await fault()
                return nil
            }
            var songs: [Song] = []
            for try await song in group { if let song { songs.append(song) } }
            return songs
        }
    }

    /// Each has heard what it hears without a fault.
    func expectUnbroken(_ songs: [Song]) {
        for (seed, heard) in songs {
            let isSame = expected.withLock { $0[seed] } == heard.samples
            #expect(isSame, "stream \(seed) heard something else than without the fault")
            #expect(heard.summary != nil)
        }
    }
}
