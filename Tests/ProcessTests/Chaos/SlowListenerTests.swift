import Foundation
import Testing

extension ProcessTests {
    @Suite("Slow listeners")
    struct SlowListenerTests {
        /// A minute and a half of sound: 4 MB, of which a slow listener takes a message a second.
        private static let long = Array(repeating: Choir.text, count: 12).joined(separator: " ")

        @Test("who hardly reads holds back its own stream, and nobody else's")
        func slow() async throws {
            let farm = try await ChaosFarm.start(decoders: 1, tokens: 1, rate: 200)
            let choir = try await Choir(farm, size: ChaosSettings.streams)
            let text = farm.services(.text)[0]
            let memory = try await text.metric("process_resident_memory_bytes")
            var gaps = (alone: [Duration](), beside: [Duration]())
            var grown = 0.0
            for _ in 0..<ChaosSettings.slowRounds {
                gaps.alone += try await choir.sing {}.flatMap(\.heard.gaps)
                try await withThrowingTaskGroup(of: Void.self) { slow in
                    let listener = try Listener(farm)
                    for _ in 0..<ChaosSettings.streams {
                        slow.addTask {
                            _ = try await listener.hear(Self.long) { _ in
                                try await Task.sleep(for: .seconds(1))
                            }
                        }
                    }
                    while try await text.metric("lyre_text_requests")
                        < Double(ChaosSettings.streams)
                    {}
                    // The farm is ahead of them by then, as far as it will ever be.
                    try await Task.sleep(for: .seconds(4))
                    let songs = try await choir.sing {}
                    choir.expectUnbroken(songs)
                    gaps.beside += songs.flatMap(\.heard.gaps)
                    grown = max(grown, try await text.metric("process_resident_memory_bytes"))
                    slow.cancelAll()
                    while let result = await slow.nextResult() { _ = result }
                }
            }
            let each = (grown - memory) / Double(ChaosSettings.streams)
            // What allocators keep is more than all of it where listeners are few.
            #expect(grown - memory < Double(ChaosSettings.streams * (256 << 10) + (16 << 20)))
            print(
                "beside \(ChaosSettings.streams) slow listeners, \(ChaosSettings.slowRounds) times: "
                    + "from samples to samples \(Times(gaps.beside).text), without them "
                    + "\(Times(gaps.alone).text); "
                    + "the frontend's memory grew by \(Int(each) >> 10) KiB for each")
            await farm.stop()
        }
    }
}
