import Foundation
import SNACCUDA
import TestSupport
import Testing

/// Kernels are compiled once and found again. The compiler itself is asked in NVRTCTests.
@Suite struct KernelCacheTests {
    private let cache = KernelCache(
        folder: FileManager.default.temporaryDirectory.appendingPathComponent(
            "lyre-kernels-\(UUID().uuidString)"))

    private func write(_ bytes: [UInt8]) throws {
        try FileManager.default.createDirectory(at: cache.folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: cache.file(for: 90))
    }

    @Test func whatIsThereIsNotCompiled() throws {
        defer { try? FileManager.default.removeItem(at: cache.folder) }
        let image: [UInt8] = [0x7F, 0x45, 0x4C, 0x46] + [UInt8](repeating: 7, count: 100)
        try write(image)
        let found = try cache.kernels(for: 90) { () throws(GPUError) in
            throw GPUError("the compiler was asked for")
        }
        #expect(found == image)
    }

    /// Half of a file, or another architecture's, is no answer.
    @Test func whatIsNotThereNeedsTheCompiler() throws {
        defer { try? FileManager.default.removeItem(at: cache.folder) }
        try write([0x7F, 0x45])
        for architecture in [90, 80] {
            #expect(
                throws: GPUError(
                    "the kernels are not compiled for sm_\(architecture) yet, and NVRTC, which "
                        + "compiles them, is not here: no library"
                )
            ) {
                try cache.kernels(for: architecture) { () throws(GPUError) in
                    throw GPUError("no library")
                }
            }
        }
    }

    @Test func aFileForEachArchitecture() {
        let names = Set(KernelCompiler.architectures.map { cache.file(for: $0).lastPathComponent })
        #expect(names.count == KernelCompiler.architectures.count)
    }
}
