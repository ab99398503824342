import DecoderService
import LyreRPC
import SNAC
import Synchronization
import TestSupport
import Testing
import WireMessages

/// How streams share engines whose steps the test allows one by one.
@Suite(.timeLimit(.minutes(2))) struct SharingTests {
    let model: SNACModel
    let backend: SteppedBackend

    init() throws {
        model = try Demo.model()
        backend = SteppedBackend(base: CPUBackend(model: model))
    }

    private let frame: [UInt32] = [0, 1, 0, 1, 0, 1, 0]

    private func waitForQueue(_ count: Int, _ world: World<SteppedBackend>) async {
        await until { world.scheduler.pressure.queued == count }
    }

    /// What comes while the engine is busy makes one batch, and a large stream takes hops.
    @Test func streamsThatWaitMakeABatch() async throws {
        let world = try World(backend)
        defer { world.scheduler.stop() }
        let channel = world.channel()
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask { try await channel.decode([frame]).count }
            await backend.batches.wait { $0.count == 1 }
            for _ in 0..<3 { group.addTask { try await channel.decode([frame]).count } }
            await waitForQueue(3, world)
            backend.steps.allow()
            await backend.batches.wait { $0.count == 2 }
            // The flush of the first and hops of the others, or the others alone.
            #expect(backend.batches.all[1].count >= 2)
            backend.steps.free(engines: 1)
            for try await count in group { #expect(count == 2048) }
        }
    }

    @Test func hopsAreBoundedHoweverMuchComes() async throws {
        let world = try World(backend)
        defer { world.scheduler.stop() }
        backend.steps.free(engines: 1)
        let frames = [[UInt32]](repeating: frame, count: 300)
        #expect(try await world.channel().decode([frames.flatMap(\.self)]).count == 300 * 2048)
        #expect(backend.batches.all.allSatisfy { $0.allSatisfy { $0 <= BatchPolicy.mostHop / 2 } })
    }

    /// Codes that no engine takes are not read, and their sender stops.
    @Test func theSenderIsHeldBack() async throws {
        let sent = Mutex(0)
        let world = try World(backend)
        defer { world.scheduler.stop() }
        let message = CodeFrames(codes: (0..<200).flatMap { _ in frame })
        let call = Task {
            try await world.channel().bidirectional(Decoder.decode) { replies, requests in
                for _ in 0..<10_000 {
                    try await requests.send(.frames(message))
                    sent.withLock { $0 += 1 }
                }
            }
        }
        await backend.batches.wait { $0.count == 1 }
        // The sender goes on until its window is used up, and then no more.
        var last = -1
        await until {
            for _ in 0..<2000 { await Task.yield() }
            defer { last = sent.withLock { $0 } }
            return last == sent.withLock { $0 }
        }
        #expect(last < 1000)
        call.cancel()
        _ = try? await call.value
        backend.steps.free(engines: 1)
    }

    /// For who does not read its samples no more are made than fit his window.
    @Test func theListenerHoldsItsStreamBack() async throws {
        let world = try World(backend)
        defer { world.scheduler.stop() }
        backend.steps.free(engines: 1)
        let message = CodeFrames(codes: (0..<20).flatMap { _ in frame })
        let call = Task {
            try await world.channel().bidirectional(Decoder.decode) { replies, requests in
                try await requests.send(.start(DecodeStart(seed: nil, format: .f32)))
                for _ in 0..<50 { try await requests.send(.frames(message)) }
            }
        }
        await backend.batches.wait { !$0.isEmpty }
        var last = -1
        await until {
            for _ in 0..<2000 { await Task.yield() }
            defer { last = backend.batches.all.count }
            return last == backend.batches.all.count
        }
        // All would be 2000 half frames, 8 MB of samples.
        let done = backend.batches.all.joined().reduce(0, +)
        #expect(done > 0 && done < 1000, "\(done)")
        call.cancel()
        _ = try? await call.value
    }

    @Test func aStreamThatIsGivenUpLeaves() async throws {
        let world = try World(backend, places: 2)
        defer { world.scheduler.stop() }
        let channel = world.channel()
        let first = Task { try await channel.decode([frame]) }
        await backend.batches.wait { $0.count == 1 }
        let second = Task { try await channel.decode([frame]) }
        await waitForQueue(1, world)
        second.cancel()
        await waitForQueue(0, world)
        _ = await second.result
        // The one at work goes at once too; its engine is not waited for.
        first.cancel()
        _ = await first.result
        backend.steps.free(engines: 1)
        await until { (try? await channel.decode([frame]).count) == 2048 }
    }

    @Test func theNextOneIsRefusedAtOnce() async throws {
        let world = try World(backend, places: 2)
        defer { world.scheduler.stop() }
        let channel = world.channel()
        async let first = channel.decode([frame]).count
        async let second = channel.decode([frame]).count
        await until { world.admission.active == 2 }
        let error = await failure { try await channel.decode([frame]) }
        #expect(error?.code == .resourceExhausted)
        #expect(error?.status.neverStarted == true)
        #expect((error?.status.retryAfterMilliseconds ?? 0) > 0)
        backend.steps.free(engines: 1)
        #expect(try await [first, second] == [2048, 2048])
    }
}
