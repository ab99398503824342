import LyreRPC
import Orpheus
import TestSupport
import Testing
import TokenService

/// Places at engines, and the queue for them, in time that the tests make.
@Suite(.timeLimit(.minutes(1))) struct EngineDirectoryTests {
    private let clock = ManualClock()

    private func directory(
        streams: Int = 1, queue: EngineDirectory.Queue = .init(places: 3)
    ) async throws -> EngineDirectory {
        let engine = Engine(endpoint: try .at("http://a:8000"), streams: streams)
        return EngineDirectory(StaticEngines([engine]), queue: queue, clock: clock)
    }

    private func wish(resumed: Bool = false) -> EnginePool.Wish {
        var wish = EnginePool.Wish(language: .en)
        wish.isResumed = resumed
        return wish
    }

    @Test func whoeverWaitsIsServedByPriorityThenInTurn() async throws {
        let directory = try await directory()
        let first = try await directory.place(for: wish(), priority: 0)
        let order = Recorder<String>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            func wait(_ name: String, _ priority: Int32, resumed: Bool = false) async {
                let before = directory.queued
                group.addTask {
                    let lease = try await directory.place(
                        for: wish(resumed: resumed), priority: priority)
                    order.record(name)
                    lease.give(.good)
                }
                while directory.queued == before { await Task.yield() }
            }
            await wait("one", 0)
            await wait("two", 0)
            await wait("important", 5)
            // The queue is full, but who speaks already is let in, and first.
            await wait("resumed", -1, resumed: true)
            first.give(.good)
            try await group.waitForAll()
        }
        #expect(order.all == ["resumed", "important", "one", "two"])
    }

    @Test func theQueueIsBounded() async throws {
        let directory = try await directory(queue: .init(places: 0))
        let held = try await directory.place(for: wish(), priority: 0)
        let error = await #expect(throws: RPCError.self) {
            try await directory.place(for: wish(), priority: 9)
        }
        #expect(error?.code == .resourceExhausted && error?.status.reason == "full")
        #expect(error?.status.neverStarted == true && error?.status.retryAfterMilliseconds == 500)
        held.give(.good)
        _ = try await directory.place(for: wish(), priority: 0)
    }

    @Test func nobodyWaitsForEver() async throws {
        let directory = try await directory()
        let held = try await directory.place(for: wish(), priority: 0)
        let waiting = Task { try await directory.place(for: wish(), priority: 0) }
        while directory.queued == 0 { await Task.yield() }
        await clock.sleeping()
        clock.advance(by: .seconds(10))
        let error = await #expect(throws: RPCError.self) { try await waiting.value }
        #expect(error?.code == .resourceExhausted && error?.status.reason == "queue_timeout")
        #expect(directory.queued == 0)
        held.give(.good)
    }

    @Test func whoIsCancelledLeavesTheQueue() async throws {
        let directory = try await directory()
        let held = try await directory.place(for: wish(), priority: 0)
        let waiting = Task { try await directory.place(for: wish(), priority: 0) }
        while directory.queued == 0 { await Task.yield() }
        waiting.cancel()
        let error = await #expect(throws: RPCError.self) { try await waiting.value }
        #expect(error?.code == .cancelled)
        #expect(directory.queued == 0)
        held.give(.good)
        #expect(directory.engines.map(\.active) == [0])
    }

    @Test func aPlaceThatIsLetGoIsFree() async throws {
        let directory = try await directory()
        do { _ = try await directory.place(for: wish(), priority: 0) }
        #expect(directory.engines.map(\.active) == [0])
        let lease = try await directory.place(for: wish(), priority: 0)
        lease.give(.good)
        lease.give(.failed)
        #expect(directory.engines.map(\.active) == [0], "only once")
    }

    @Test func shutDownTellsThoseWhoWait() async throws {
        let directory = try await directory()
        let held = try await directory.place(for: wish(), priority: 0)
        let waiting = Task { try await directory.place(for: wish(), priority: 0) }
        while directory.queued == 0 { await Task.yield() }
        directory.shutdown()
        let error = await #expect(throws: RPCError.self) { try await waiting.value }
        #expect(error?.code == .unavailable && error?.status.neverStarted == true)
        held.give(.good)
    }
}
