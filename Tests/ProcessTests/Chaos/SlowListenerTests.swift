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
            var gaps = (alone: [Duration](), beside: [Duration]())
            for _ in 0..<ChaosSettings.slowRounds {
                gaps.alone += try await choir.sing {}.flatMap(\.heard.gaps)
                try await besideSlow(1, farm) {
                    let songs = try await choir.sing {}
                    choir.expectUnbroken(songs)
                    gaps.beside += songs.flatMap(\.heard.gaps)
                }
            }
            let text = farm.services(.text)[0]
            let memory = try await text.metric("process_resident_memory_bytes")
            let grown = try await besideSlow(ChaosSettings.streams, farm) {
                try await text.metric("process_resident_memory_bytes") - memory
            }
            // What allocators keep is more than all of it where listeners are few.
            #expect(grown < Double(ChaosSettings.streams * (256 << 10) + (16 << 20)))
            print(
                "beside a slow listener, \(ChaosSettings.slowRounds) times: from samples to samples "
                    + "\(Times(gaps.beside).text), without it \(Times(gaps.alone).text); the "
                    + "frontend's memory grew by "
                    + "\(Int(grown) / (ChaosSettings.streams << 10)) KiB for each of "
                    + "\(ChaosSettings.streams)")
            await farm.stop()
        }

        /// Does something while so many listeners take a message a second, once the farm is ahead
        /// of them as far as it will ever be.
        @discardableResult
        private func besideSlow<Value: Sendable>(
            _ count: Int, _ farm: ChaosFarm, _ work: () async throws -> Value
        ) async throws -> Value {
            try await withThrowingTaskGroup(of: Void.self) { slow in
                let listener = try Listener(farm)
                for _ in 0..<count {
                    slow.addTask {
                        _ = try await listener.hear(Self.long) { _ in
                            try await Task.sleep(for: .seconds(1))
                        }
                    }
                }
                let text = farm.services(.text)[0]
                while try await text.metric("lyre_text_requests") < Double(count) {}
                try await Task.sleep(for: .seconds(4))
                let value = try await work()
                slow.cancelAll()
                while let result = await slow.nextResult() { _ = result }
                return value
            }
        }
    }
}
