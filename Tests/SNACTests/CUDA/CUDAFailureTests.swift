import EmulatedGPU
import SNAC
import SNACCUDA
import TestSupport
import Testing

/// What becomes of streams, memory and errors when a GPU says no.
@Suite struct CUDAFailureTests {
    private static let lost = GPUError("an illegal memory access was encountered")
    private static let full = GPUError("out of memory", isOutOfMemory: true)

    private static func work(_ backend: CUDABackend, _ stream: CUDAStream) -> DecoderWork<
        CUDAStream
    > {
        let code = HalfFrame(level0: 1, level1: 2, level2: (3, 4))
        return DecoderWork(stream: stream, codes: [code, code], isLast: false)
    }

    /// Whatever fails, it is one error, and all that the device gave is given back.
    @Test(arguments: [
        EmulatedGPU.Call.load(bytes: 1), .allocate, .allocatePinned, .copyIn, .copyOut, .finish,
        .record, .replay, .launch("features_exact_128"), .launch("unit_exact_64"), .launch("tail"),
    ])
    func everythingIsGivenBack(call: EmulatedGPU.Call) throws {
        for after in [0, 1, 5] {
            let gpu = EmulatedGPU()
            gpu.fail(at: call, after: after, Self.lost)
            do {
                let backend = try CUDAModels.backend(gpu)
                let engine = try backend.makeEngine()
                let stream = try backend.makeStream(noise: .off, firstFrame: 0, context: [])
                for _ in 0..<7 { _ = try engine.step([Self.work(backend, stream)]) { _, _ in } }
                // Some calls are made less often than that.
                #expect(after > 0)
            } catch let error as GPUError {
                #expect(error == Self.lost)
            } catch let error as SNACError {
                #expect(error == .noRoom("\(Self.lost)"))
            }
            let held = gpu.held
            #expect(held.memory == 0 && held.pinned == 0 && held.handles == 0, "\(call) \(held)")
        }
    }

    /// The steps after the first launch nothing but recordings and the features.
    @Test func aStepIsAFewCalls() throws {
        let gpu = EmulatedGPU()
        let backend = try CUDAModels.backend(gpu)
        let engine = try backend.makeEngine()
        let stream = try backend.makeStream(noise: .off, firstFrame: 0, context: [])
        _ = try engine.step([Self.work(backend, stream)]) { _, _ in }
        gpu.forgetCalls()
        _ = try engine.step([Self.work(backend, stream)]) { _, _ in }
        #expect(gpu.calls == [.copyIn, .launch("features_exact_128"), .replay, .copyOut, .finish])
    }

    @Test func streamsAreBounded() throws {
        let gpu = EmulatedGPU()
        let backend = try CUDAModels.backend(gpu, streams: 2)
        #expect(backend.mostStreams == 2)
        var streams = try (0..<2).map { _ in
            try backend.makeStream(noise: .off, firstFrame: 0, context: [])
        }
        #expect(throws: SNACError.noRoom("Emulated GPU has its 2 streams already")) {
            try backend.makeStream(noise: .off, firstFrame: 0, context: [])
        }
        streams.removeLast()
        streams.append(try backend.makeStream(noise: .off, firstFrame: 0, context: []))
        #expect(streams.count == 2)
    }

    /// A stream that there is no memory for costs nobody else anything.
    @Test func noMemoryForAnotherStream() throws {
        let gpu = EmulatedGPU()
        let backend = try CUDAModels.backend(gpu)
        let engine = try backend.makeEngine()
        gpu.fail(at: .allocate, Self.full)
        #expect(throws: SNACError.noRoom("out of memory")) {
            try backend.makeStream(noise: .off, firstFrame: 0, context: [])
        }
        let stream = try backend.makeStream(noise: .off, firstFrame: 0, context: [])
        _ = try engine.step([Self.work(backend, stream)]) { _, _ in }
    }

    /// Room is what half of the free memory holds.
    @Test func roomFollowsFromMemory() throws {
        let small = try CUDAModels.backend(EmulatedGPU(memory: 64 << 20))
        let large = try CUDAModels.backend(EmulatedGPU(memory: 640 << 20))
        #expect(small.mostStreams * small.bytesPerStream < 32 << 20)
        #expect(large.mostStreams > 9 * small.mostStreams)
    }

    @Test func aGPUWithTooLittleSharedMemoryIsRefused() {
        #expect(throws: GPUError.self) {
            try CUDAModels.backend(EmulatedGPU(sharedMemory: 49_152))
        }
    }

    @Test func aForeignCodeIsRefused() throws {
        let backend = try CUDAModels.backend()
        let code = HalfFrame(level0: 1, level1: 2, level2: (3, 60))
        #expect(throws: SNACError.codeOutOfRange(code: 60, codebookSize: 60, frame: 2)) {
            try backend.validate([code], first: 5)
        }
        #expect(throws: SNACError.wrongContext(frames: 0, needed: 1)) {
            try backend.makeStream(noise: .off, firstFrame: 1, context: [])
        }
    }
}
