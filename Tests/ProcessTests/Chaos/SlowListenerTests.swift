import Foundation
import Testing

extension ProcessTests {
    @Suite("Slow listeners")
    struct SlowListenerTests {
        @Test("who hardly reads holds back its own stream, and nobody else's")
        func slow() async throws {
            let farm = try await ChaosFarm.start(decoders: 1, tokens: 1, rate: 200)
            let choir = try await Choir(farm, size: ChaosSettings.streams)
            let before = try await choir.sing {}
            let text = farm.services(.text)[0]
            let memory = try await text.metric("process_resident_memory_bytes")

            // A minute and a half of sound: 4 MB, of which this one takes a message a second.
            let long = Array(repeating: Choir.text, count: 12).joined(separator: " ")
            let listener = try Listener(farm)
            let slow = Task {
                try await listener.hear(long) { _ in try await Task.sleep(for: .seconds(1)) }
            }
            while try await text.metric("lyre_text_requests") == 0 {}
            let beside = try await choir.sing {}
            choir.expectUnbroken(beside)
            let grown = try await text.metric("process_resident_memory_bytes") - memory
            #expect(grown < Double(16 << 20))
            slow.cancel()
            _ = try? await slow.value
            print(
                "beside a slow listener: longest wait between samples "
                    + "\(Times(beside.map(\.heard.longestGap)).text), without it "
                    + "\(Times(before.map(\.heard.longestGap)).text); "
                    + "the frontend's memory grew by \(Int(grown) >> 10) KiB")
            await farm.stop()
        }
    }
}
