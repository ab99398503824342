import Foundation
import TestSupport
import Testing

extension ProcessTests {
    /// Decoders join and leave while calls come and go.
    @Suite("Scaling")
    struct ScaleTests {
        @Test("a decoder that joins is put to work, and one that leaves loses nothing")
        func joinAndLeave() async throws {
            let farm = try await ChaosFarm.start(decoders: 1, tokens: 1, rate: 400)
            let listener = try Listener(farm)
            let isOver = Recorder<Void>()
            let load = Task { await listener.callAgainAndAgain { _ in isOver.all.isEmpty } }
            defer { isOver.record(()) }

            try await farm.add(.decoder)
            let start = ContinuousClock.now
            while try await farm.services(.decoder)[1].metric("lyre_decoder_frames_total") == 0 {}
            let joined = start.duration(to: .now)

            #expect(try await farm.retire(.decoder, 0) == 0)
            let before = try await farm.sum("lyre_decoder_frames_total", .decoder)
            while try await farm.sum("lyre_decoder_frames_total", .decoder) == before {}
            isOver.record(())
            let calls = await load.value
            #expect(calls.failures.isEmpty, "\(calls.failures.prefix(3))")
            print(
                "a decoder that joined was put to work after \(joined); "
                    + "\(calls.firstSamples.count) calls went well while one joined and one left")
            await farm.stop()
        }
    }
}
