import DecoderService
import LyreRPC
import SNAC
import TestSupport
import Testing
import WireMessages

/// Encoding beside decoding.
@Suite(.timeLimit(.minutes(2))) struct EncodeTests {
    let model: SNACModel

    init() throws { model = try Demo.model() }

    private func encode(_ samples: [Float], _ channel: Channel) async throws -> [UInt32] {
        let bytes = samples.flatMap { sample in
            (0..<4).map { UInt8(truncatingIfNeeded: sample.bitPattern >> (8 * UInt32($0))) }
        }
        return try await channel.bidirectional(Decoder.encode) { replies, requests in
            for start in stride(from: 0, to: bytes.count, by: 50_001) {
                let some = bytes[start..<min(start + 50_001, bytes.count)]
                try await requests.send(EncodeRequest(samples: Array(some)))
            }
            try await requests.finish()
            var codes: [UInt32] = []
            while let reply = try await replies.next() { codes += reply.frames.codes }
            return codes
        }
    }

    @Test func soundsAreEncodedBesideStreams() async throws {
        let model = model
        let world = try World(CPUBackend(model: model)) { model.encode($0) }
        defer { world.scheduler.stop() }
        let channel = world.channel()
        var random = SeededGenerator(seed: 3)
        let sound = (0..<30_000).map { _ in Float.random(in: -0.5...0.5, using: &random) }
        let frames = random.frames(20, size: UInt16(model.configuration.codebookSize))
        async let codes = encode(sound, channel)
        async let samples = channel.decode([frames.flatMap(\.tokens)])
        #expect(try await codes == model.encode(sound).flatMap(\.tokens))
        #expect(try await samples == model.decode(frames, noise: .off))
        #expect(try await encode([], channel) == [])
    }

    /// An encoder that is busy keeps nobody from decoding, and lets few wait.
    @Test func theFifthSoundIsRefusedAndStreamsGoOn() async throws {
        let gate = Gate()
        let world = try World(CPUBackend(model: model)) { _ in
            gate.block()
            return []
        }
        defer { world.scheduler.stop() }
        let channel = world.channel()
        try await withThrowingTaskGroup(of: RPCError?.self) { group in
            for _ in 0..<5 {
                group.addTask { await failure { try await encode([0, 0], channel) } }
            }
            // One of the five, whichever came last, is told at once.
            let error = try await group.next()!
            #expect(error?.code == .resourceExhausted)
            #expect(error?.status.retryAfterMilliseconds == 1000)
            #expect(try await channel.decode([[0, 1, 0, 1, 0, 1, 0]]).count == 2048)
            gate.open()
            for try await error in group { #expect(error == nil) }
        }
    }

    @Test func whoGivesUpWaitingLeavesThePlace() async throws {
        let gate = Gate()
        let begun = Recorder<Int>()
        let world = try World(CPUBackend(model: model)) { samples in
            begun.record(samples.count)
            gate.block()
            return []
        }
        defer { world.scheduler.stop() }
        let channel = world.channel()
        async let first = encode([0], channel)
        await begun.wait { $0 == [1] }
        for _ in 0..<10 {
            let call = Task { try await encode([0, 0], channel) }
            await Task.yield()
            call.cancel()
            _ = await call.result
        }
        async let last = encode([0, 0, 0], channel)
        gate.open()
        #expect(try await (first, last) == ([], []))
        #expect(!begun.all.contains(2))
    }

    @Test func whatIsNoSoundIsRefused() async throws {
        let world = try World(CPUBackend(model: model))
        defer { world.scheduler.stop() }
        let error = await failure { try await encode([0, .nan], world.channel()) }
        #expect(error?.code == .invalidArgument)
    }
}
