import Foundation
import Synchronization
import Testing
import WireMessages

/// Faults in the middle of speech, in short; `make chaos` runs them long and prints the figures.
@Suite("Chaos", .serialized, .timeLimit(.minutes(60)))
struct ChaosTests {
    private static func setting(_ name: String, _ short: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? short
    }
    private static let rounds = setting("LYRE_CHAOS_ROUNDS", 1)
    private static let streams = setting("LYRE_CHAOS_STREAMS", 6)

    private static let text = Array(
        repeating: "The lazy cat has seven green boxes, and keeps them in the garden.", count: 2
    ).joined(separator: " ")

    /// Has some listeners hear the same text with seeds of their own, and compares what each hears
    /// with what it is without a fault.
    private struct Choir {
        let listener: Listener
        private let expected = Mutex<[UInt64: [UInt8]]>([:])

        init(_ farm: ChaosFarm) throws { listener = try Listener(farm) }

        func learn() async throws {
            for (seed, heard) in try await sing({ _ in }) {
                expected.withLock { $0[seed] = heard.samples }
            }
        }

        /// - Parameter fault: Called once all have heard something.
        /// - Returns: What each heard, by its seed.
        func sing(
            _ fault: @escaping @Sendable (Choir) async throws -> Void
        ) async throws -> [(seed: UInt64, heard: Listener.Heard)] {
            let (begun, inlet) = AsyncStream<Void>.makeStream()
            return try await withThrowingTaskGroup(of: (UInt64, Listener.Heard)?.self) { group in
                for seed in 0..<UInt64(ChaosTests.streams) {
                    group.addTask {
                        let isFirst = Atomic<Bool>(true)
                        let heard = try await listener.hear(ChaosTests.text, seed: seed) { samples in
                            // Half a second, so that all stages are in the middle of it.
                            if samples >= 12_000, isFirst.exchange(false, ordering: .relaxed) {
                                inlet.yield()
                            }
                        }
                        return (seed, heard)
                    }
                }
                group.addTask {
                    var count = 0
                    for await _ in begun {
                        count += 1
                        if count == ChaosTests.streams { break }
                    }
                    try await fault(self)
                    return nil
                }
                var all: [(UInt64, Listener.Heard)] = []
                for try await one in group { if let one { all.append(one) } }
                return all
            }
        }

        func expectUnbroken(_ all: [(seed: UInt64, heard: Listener.Heard)]) {
            for (seed, heard) in all {
                let same = expected.withLock { $0[seed] } == heard.samples
                #expect(same, "stream \(seed) heard something else than without the fault")
                #expect(heard.summary != nil)
            }
        }
    }

    private static func milliseconds(_ time: Duration) -> Int { Int(time / .milliseconds(1)) }

    private static func tell(_ what: String, _ gaps: [Duration], _ more: String = "") {
        let sorted = gaps.sorted().map(milliseconds)
        guard let most = sorted.last else { return }
        print(
            "\(what): \(rounds) times, \(streams) streams; longest wait between samples "
                + "p50 \(sorted[sorted.count / 2]) ms, most \(most) ms\(more)")
    }

    /// A fault, again and again, at the service of a stage with most streams.
    private func break_(
        _ stage: ChaosFarm.Stage, _ what: String, by signal: Int32
    ) async throws {
        let farm = try await ChaosFarm.start()
        let choir = try Choir(farm)
        try await choir.learn()
        var gaps: [Duration] = []
        var hit = 0.0
        for _ in 0..<Self.rounds {
            let victim = Mutex<(place: Int, service: Service, streams: Double)?>(nil)
            let all = try await choir.sing { _ in
                let busiest = try await farm.busiest(stage)
                busiest.service.child.signal(signal)
                victim.withLock { $0 = busiest }
            }
            choir.expectUnbroken(all)
            gaps += all.map(\.heard.longestGap)
            let (place, service, streams) = victim.withLock { $0! }
            hit += streams
            service.child.signal(SIGKILL)
            await service.child.waitUntilExit()
            try await farm.replace(stage, place)
        }
        #expect(hit > 0)
        let resumes = try await farm.text.metric("lyre_text_resumes_total")
        #expect(resumes > 0)
        Self.tell(what, gaps, ", \(Int(resumes)) resumes")
        await farm.stop()
    }

    @Test("a decoder that is killed: the samples are those of an unbroken run")
    func killedDecoder() async throws { try await break_(.decoder, "decoder killed", by: SIGKILL) }

    @Test("a decoder that hangs: its streams move")
    func hungDecoder() async throws { try await break_(.decoder, "decoder stopped", by: SIGSTOP) }

    @Test("a decoder that is told to end: its streams end well, there or elsewhere")
    func drainedDecoder() async throws {
        let farm = try await ChaosFarm.start()
        let choir = try Choir(farm)
        try await choir.learn()
        let all = try await choir.sing { _ in
            try await farm.busiest(.decoder).service.child.signal(SIGTERM)
        }
        choir.expectUnbroken(all)
        await farm.stop()
    }

    @Test("a token service that is killed: no frame is lost or comes twice")
    func killedTokens() async throws {
        try await break_(.tokens, "token service killed", by: SIGKILL)
    }
}
