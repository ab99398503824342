import DecoderService
import LyreRPC
import SNAC
import TestSupport
import Testing
import WireMessages

/// What comes out of the service is the offline decode, whatever the cuts, streams and engines.
@Suite(.timeLimit(.minutes(2))) struct DecodeTests {
    let model: SNACModel
    let size: UInt16

    init() throws {
        model = try Demo.model()
        size = UInt16(model.configuration.codebookSize)
    }

    private func messages(
        _ frames: [SNACFrame], longest: Int, _ random: inout SeededGenerator
    ) -> [[UInt32]] {
        let codes = frames.flatMap(\.tokens)
        return random.pieces(of: codes.count, longest: longest).map { Array(codes[$0]) }
    }

    @Test(arguments: [1, 3])
    func manyStreamsGetTheirOfflineSamples(engines: Int) async throws {
        let world = try World(CPUBackend(model: model), engines: engines, places: 24)
        defer { world.scheduler.stop() }
        let channel = world.channel()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for stream in 0..<24 {
                var random = SeededGenerator(seed: UInt64(stream))
                let frames = random.frames(stream % 2 == 0 ? stream : 40, size: size)
                let cuts = messages(frames, longest: [1, 4, 7, 30][stream % 4], &random)
                let seed: UInt64? = stream % 3 == 0 ? nil : UInt64(stream)
                group.addTask {
                    let samples = try await channel.decode(
                        cuts, start: DecodeStart(seed: seed, format: .f32))
                    let whole = try self.model.decode(frames, noise: seed.map { .seed($0) } ?? .off)
                    #expect(samples == whole, "stream \(stream)")
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func aStreamGoesOnInTheMiddle() async throws {
        let world = try World(CPUBackend(model: model), engines: 2)
        defer { world.scheduler.stop() }
        let channel = world.channel()
        var random = SeededGenerator(seed: 77)
        let frames = random.frames(20, size: size)
        let whole = try model.decode(frames, noise: .seed(4))
        for first in [0, 1, 2, 3, 9, 20] {
            let context = frames[max(0, first - 3)..<first].flatMap(\.tokens)
            let samples = try await channel.decode(
                messages(Array(frames[first...]), longest: 9, &random),
                start: DecodeStart(
                    seed: 4, format: .f32, firstFrame: UInt64(first),
                    context: CodeFrames(codes: context)))
            #expect(samples == Array(whole[(2048 * first)...]), "from frame \(first)")
        }
    }

    /// With the 18th token ten latent steps are known, and the first 363 samples exact.
    @Test func theFirstSamplesLeaveWithTheEighteenthToken() async throws {
        let world = try World(CPUBackend(model: model))
        defer { world.scheduler.stop() }
        var random = SeededGenerator(seed: 5)
        let frames = random.frames(3, size: size)
        let codes = frames.flatMap(\.tokens)
        let whole = try model.decode(frames, noise: .off)
        try await world.channel().bidirectional(Decoder.decode) { replies, requests in
            try await requests.send(.start(DecodeStart(seed: nil, format: .f32)))
            try await requests.send(.frames(CodeFrames(codes: Array(codes[..<18]))))
            let reply = try await replies.next()
            #expect(reply?.audio.samples.floats == Array(whole[..<363]))
            try await requests.send(.frames(CodeFrames(codes: Array(codes[18...]))))
            try await requests.finish()
            while try await replies.next() != nil {}
        }
    }

    @Test func sixteenBitSamplesAreRounded() async throws {
        let world = try World(CPUBackend(model: model))
        defer { world.scheduler.stop() }
        var random = SeededGenerator(seed: 6)
        let frames = random.frames(5, size: size)
        let bytes = try await world.channel().bidirectional(Decoder.decode) { replies, requests in
            try await requests.send(.frames(CodeFrames(codes: frames.flatMap(\.tokens))))
            try await requests.finish()
            var bytes: [UInt8] = []
            while let reply = try await replies.next() { bytes += reply.audio.samples }
            return bytes
        }
        let whole = try model.decode(frames, noise: .seed(0))
        let words = whole.map { UInt16(bitPattern: Int16(($0 * 32767).rounded(.toNearestOrEven))) }
        #expect(bytes == words.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    }

    @Test func whatIsNoStreamIsRefused() async throws {
        let world = try World(CPUBackend(model: model))
        defer { world.scheduler.stop() }
        let channel = world.channel()
        let frame: [UInt32] = [0, 1, 0, 1, 0, 1, 0]
        for (codes, reason, said) in [
            ([frame, [0, 1, 0]], "bad_frame", "10 codes are no whole frames of 7"),
            ([frame, [0, 1, 0, 1]], "bad_frame", "11 codes are no whole frames of 7"),
            ([[9000]], "bad_frame", "frame 0: code 9000 is outside of 0...4095"),
            ([frame, [0, 0, 0, 4096]], "bad_frame", "frame 1: code 4096 is outside of 0...4095"),
        ] {
            let error = await failure { try await channel.decode(codes) }
            #expect(error?.code == .invalidArgument)
            #expect(error?.status.reason == reason)
            #expect(error?.status.message.contains(said) == true, "\(String(describing: error))")
        }
        let far = await failure {
            try await channel.decode([], start: DecodeStart(firstFrame: 1 << 40))
        }
        #expect(far?.code == .outOfRange)
        let bare = await failure { try await channel.decode([], start: DecodeStart(firstFrame: 2)) }
        #expect(bare?.code == .invalidArgument)
        let twice = await failure {
            try await channel.bidirectional(Decoder.decode) { replies, requests in
                for _ in 0..<2 { try await requests.send(.start(DecodeStart())) }
                while try await replies.next() != nil {}
            }
        }
        #expect(twice?.code == .invalidArgument)
        #expect(try await channel.decode([frame]).count == 2048)
    }
}
