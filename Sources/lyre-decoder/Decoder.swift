import DecoderService
import Foundation
import SNAC
import SNACCUDA
import ServiceHost

/// The service on one backend or the other.
struct Decoder {
    let program: ServiceProgram
    let settings: Settings
    /// Its encoder runs on processors in any case.
    let model: SNACModel

    func serveOnProcessors() async throws {
        let engines = try settings.int(
            "engines", default: ProcessInfo.processInfo.activeProcessorCount, in: 1...1024)
        let memory = Int(ProcessInfo.processInfo.physicalMemory / 2)
        try await serve(CPUBackend(model: model), engines: engines, memory: memory)
    }

    /// - Throws: ``SettingsError`` where the GPU cannot be used.
    func serve(on device: DeviceName, folder: URL) async throws {
        let engines = try settings.int("engines", default: 2, in: 1...16)
        let word = settings.string("precision", default: Precision.exact.rawValue)
        guard let precision = Precision(rawValue: word) else {
            throw SettingsError("precision is '\(word)', but has to be exact or bf16")
        }
        let gpu: CUDAGPU
        let backend: CUDABackend
        do {
            gpu = try CUDAGPU(device)
            backend = try CUDABackend(
                gpu: gpu, kernels: try compiledKernels(for: gpu),
                configuration: model.configuration,
                checkpoint: try Checkpoint.load(folder), precision: precision)
        } catch let error as GPUError {
            throw SettingsError("\(error); --device cpu decodes on processors")
        }
        let metrics = DeviceMetrics(device, gpu, logger: program.logger)
        program.describe(DecoderMetricNotes.device)
        program.beforeScrape { metrics.update() }
        try await serve(
            backend, engines: engines, memory: backend.mostStreams * backend.bytesPerStream)
    }

    private func compiledKernels(for gpu: CUDAGPU) throws(GPUError) -> [UInt8] {
        let cache =
            settings.string("kernel-cache").map {
                KernelCache(folder: URL(fileURLWithPath: $0))
            } ?? .standard
        let path = settings.string("nvrtc")
        return try cache.kernels(for: gpu.architecture) { () throws(GPUError) in
            program.logger.info(
                "compiling kernels", metadata: ["architecture": "sm_\(gpu.architecture)"])
            return try KernelCompiler(path: path)
        }
    }

    private func serve<Backend: DecoderBackend>(
        _ backend: Backend, engines: Int, memory: Int
    ) async throws {
        let cost = try DecoderCost.measure(backend, engines: engines)
        let capacity = cost.capacity(bytesPerStream: backend.bytesPerStream, memory: memory)
        program.logger.info(
            "loaded",
            metadata: [
                "backend": "\(backend.name)", "engines": "\(engines)",
                "seconds_per_audio_second": "\(cost.secondsPerSecond.rounded(to: 6))",
                "capacity": "\(capacity)",
            ])
        program.describe(DecoderMetricNotes.all)
        let scheduler = Scheduler(backend: backend, engines: engines, stepTime: cost.stepTime)
        let service = DecoderService(scheduler: scheduler) { [model] in model.encode($0) }
        let watch = DeviceWatch(failures: scheduler.failures)
        try await program.run(service: "Decoder", capacity: capacity, background: [watch]) {
            registry, admission in
            service.register(in: &registry, admission: admission)
            program.beforeScrape { service.updateMetrics(capacity: admission.capacity) }
        }
    }
}

extension Double {
    fileprivate func rounded(to digits: Int) -> Double {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        return (self * scale).rounded() / scale
    }
}
