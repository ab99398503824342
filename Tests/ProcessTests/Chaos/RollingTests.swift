import Foundation
import TestSupport
import Testing

extension ProcessTests {
    /// Every service is replaced while calls come and go.
    @Suite("Rolling restarts")
    struct RollingTests {
        @Test("of all three services under load: no call fails")
        func rolling() async throws {
            let farm = try await ChaosFarm.start(texts: 2, rate: 400)
            let listener = try Listener(farm)
            let before = await listener.callAgainAndAgain { $0 <= ChaosSettings.calls }
            #expect(before.failures.isEmpty)

            let rolled = Recorder<Void>()
            let rolling = Task {
                defer { rolled.record(()) }
                for stage in ChaosFarm.Stage.services {
                    for place in 0..<2 {
                        let old = farm.services(stage)[place]
                        // The new one is found before the old one goes, as a deployment does.
                        try await farm.replace(stage, place)
                        try await Task.sleep(for: .seconds(3))
                        old.child.signal(SIGTERM)
                        #expect(await old.child.waitUntilExit() == 0)
                    }
                }
            }
            let during = await listener.callAgainAndAgain {
                $0 <= ChaosSettings.calls || rolled.all.isEmpty
            }
            try await rolling.value
            #expect(during.failures.isEmpty, "\(during.failures.prefix(3))")
            let count = during.firstSamples.count
            print(
                "rolling restart of all services, \(count) calls: first samples after "
                    + "\(Times(during.firstSamples).text); before it "
                    + Times(before.firstSamples).text
            )
            await farm.stop()
        }
    }
}
