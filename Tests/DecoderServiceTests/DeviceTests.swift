import DecoderService
import DemoVoice
import EmulatedGPU
import LyreRPC
import SNAC
import SNACCUDA
import Testing
import WireMessages

/// The service on a GPU, emulated: streams share it, and when it is lost they are told to go on
/// elsewhere.
@Suite(.timeLimit(.minutes(2))) struct DeviceTests {
    private let gpu = EmulatedGPU()

    private func backend(streams: Int? = nil) throws -> CUDABackend {
        let folder = try DemoVoice.folder()
        return try CUDABackend(
            gpu: gpu, kernels: [1], configuration: try SNACConfiguration(folder: folder),
            checkpoint: try Checkpoint.load(folder), streams: streams)
    }

    private static let frames = (0..<4).map { frame in [UInt32](repeating: UInt32(frame), count: 7)
    }

    @Test func streamsShareADevice() async throws {
        let world = try World(backend(), engines: 2)
        let channel = world.channel()
        let all = try await withThrowingTaskGroup { group in
            for _ in 0..<4 { group.addTask { try await channel.decode(Self.frames) } }
            return try await group.reduce(into: [[Float]]()) { $0.append($1) }
        }
        let expected = try Demo.model().decode(
            Self.frames.map { codes in
                let code = UInt16(codes[0])
                return SNACFrame(
                    level0: code, level1: (code, code), level2: (code, code, code, code))
            }, noise: .off)
        for samples in all {
            #expect(samples == all[0])
            #expect(zip(samples, expected).allSatisfy { abs($0 - $1) < 1e-4 })
        }
        #expect(all[0].count == expected.count)
    }

    @Test func aLostDeviceSendsItsStreamsElsewhere() async throws {
        let world = try World(backend(), engines: 2)
        let channel = world.channel()
        gpu.fail(at: .replay, after: 1, GPUError("an illegal memory access was encountered"))
        let sentence = "this decoder has failed: an illegal memory access was encountered"
        await withTaskGroup { group in
            for _ in 0..<3 {
                group.addTask { await failure { try await channel.decode(Self.frames) } }
            }
            for await error in group {
                #expect(error?.code == .unavailable)
                #expect(error?.status.message == sentence)
            }
        }
        var reasons: [String] = []
        for await reason in world.scheduler.failures { reasons.append(reason) }
        #expect(reasons == ["an illegal memory access was encountered"])
        let late = await failure { try await channel.decode(Self.frames) }
        #expect(late?.code == .unavailable)
    }

    @Test func aStreamWithoutRoomIsRefused() async throws {
        let backend = try backend(streams: 1)
        let channel = try World(backend).channel()
        var held: CUDAStream? = try backend.makeStream(noise: .off, firstFrame: 0, context: [])
        let refusal = await failure { try await channel.decode(Self.frames) }
        #expect(refusal?.code == .resourceExhausted)
        #expect(
            refusal?.status.message
                == "there is no room for another stream: Emulated GPU has its 1 streams already")
        #expect(held != nil)
        held = nil
        #expect(try await channel.decode(Self.frames).count == 4 * 2048)
    }

    @Test func capacityIsTheDevicesAndTheProcessors() throws {
        let cost = DecoderCost(secondsPerSecond: 0.0002, engines: 2, sharesDevice: true)
        #expect(cost.capacity(bytesPerStream: 1, memory: 1 << 30, processors: 64) == 9000)
        #expect(cost.capacity(bytesPerStream: 1, memory: 1 << 30, processors: 16) == 3600)
        #expect(cost.capacity(bytesPerStream: 1 << 20, memory: 1 << 30, processors: 64) == 1024)
    }
}
