import Foundation
import Testing

extension ProcessTests {
    /// An hour of load with a service killed now and then: `make soak`.
    @Suite("Soak", .enabled(if: ChaosSettings.soak > 0))
    struct SoakTests {
        /// What a process holds, over time.
        private struct Holdings {
            var seconds: [Double] = []
            var memory: [Double] = []
            var descriptors: [Double] = []

            /// Of a line through the second half, when caches are warm; in units an hour.
            func slope(_ values: [Double]) -> Double {
                let half = values.count / 2
                let (x, y) = (Array(seconds[half...]), Array(values[half...]))
                guard x.count > 2 else { return 0 }
                let (meanX, meanY) = (x.mean, y.mean)
                let over = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
                let under = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
                return over / under * 3600
            }
        }

        @Test("no call fails, memory and descriptors stay where they are")
        func soak() async throws {
            let farm = try await ChaosFarm.start()
            let listener = try Listener(farm)
            let end = ContinuousClock.now + .seconds(60 * ChaosSettings.soak)
            let tally = CallTally()
            var holdings = Holdings()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<UInt64(ChaosSettings.streams) {
                    group.addTask {
                        var seed = worker
                        while .now < end {
                            seed += 1000
                            await tally.count { [seed] in
                                try await listener.hear(Choir.text, seed: seed)
                            }
                        }
                    }
                }
                group.addTask {
                    // It begins quietly, and ends so.
                    try await Task.sleep(for: ChaosSettings.killing)
                    var round = 0
                    while .now + ChaosSettings.killing < end {
                        let stage: ChaosFarm.Stage = round % 2 == 0 ? .decoder : .tokens
                        let victim = try await farm.busiest(stage)
                        victim.service.child.signal(SIGKILL)
                        await victim.service.child.waitUntilExit()
                        try await farm.replace(stage, victim.place)
                        round += 1
                        try await Task.sleep(for: ChaosSettings.killing)
                    }
                }
                let text = farm.services(.text)[0]
                let start = ContinuousClock.now
                while .now < end {
                    holdings.seconds.append(start.duration(to: .now) / .seconds(1))
                    holdings.memory.append(try await text.metric("process_resident_memory_bytes"))
                    holdings.descriptors.append(try await text.metric("process_open_fds"))
                    let calls = tally.calls
                    print(
                        "soak: \(Int(holdings.seconds.last!)) s, \(calls.firstSamples.count) calls, "
                            + "\(calls.failures.count) failed, the frontend's memory "
                            + "\(Int(holdings.memory.last!) >> 10) KiB")
                    try await Task.sleep(for: .seconds(15))
                }
                try await group.waitForAll()
            }
            let (done, failures) = (tally.calls.firstSamples.count, tally.calls.failures)
            #expect(failures.isEmpty, "\(failures.prefix(3))")
            print(
                "soak of \(ChaosSettings.soak) min, \(ChaosSettings.streams) streams: "
                    + "\(done) calls, "
                    + "\(failures.count) failed; the frontend's memory "
                    + "\(Int(holdings.slope(holdings.memory)) >> 10) KiB an hour, descriptors "
                    + "\(Int(holdings.slope(holdings.descriptors))) an hour, now "
                    + "\(Int(holdings.descriptors.last ?? 0))")
            await farm.stop()
        }
    }
}

extension [Double] {
    fileprivate var mean: Double { reduce(0, +) / Double(count) }
}
