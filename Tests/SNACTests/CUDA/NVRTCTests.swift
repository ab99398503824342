import Foundation
import SNACCUDA
import TestSupport
import Testing

/// The real compiler, from PyPI (tools/gpu/install): it needs no GPU.
@Suite(.enabled(if: NVRTC.isThere, "tools/gpu/install installs the compiler"))
struct NVRTCTests {
    @Test(arguments: KernelCompiler.architectures)
    func allKernelsCompile(architecture: Int) throws {
        let image = try KernelCompiler(path: NVRTC.library).compile(for: architecture)
        #expect(image.prefix(4) == [0x7F, 0x45, 0x4C, 0x46])
        let text = String(decoding: image, as: UTF8.self)
        for kernel in CUDAModels.kernelNames { #expect(text.contains(".text.\(kernel)")) }
    }

    @Test func anArchitectureThatThereIsNot() throws {
        let compiler = try KernelCompiler(path: NVRTC.library)
        do {
            _ = try compiler.compile(for: 9)
            Issue.record("sm_9 was compiled")
        } catch {
            #expect(error.description.hasPrefix("NVRTC cannot compile the kernels for sm_9: "))
            #expect(!error.description.contains("\n"))
        }
    }

    /// A text that is compiled is found again.
    @Test func compilesOnce() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "lyre-kernels-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let cache = KernelCache(folder: folder)
        let first = try cache.kernels(for: 90) { () throws(GPUError) in
            try KernelCompiler(path: NVRTC.library)
        }
        let second = try cache.kernels(for: 90) { () throws(GPUError) in
            throw GPUError("it was compiled again")
        }
        #expect(first == second)
    }

    @Test func aLibraryThatIsNone() {
        #expect(throws: GPUError.self) { try KernelCompiler(path: "/nowhere/libnvrtc.so") }
    }
}

private enum NVRTC {
    static let library = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent(".build/nvrtc/libnvrtc.so").path
    static var isThere: Bool { FileManager.default.fileExists(atPath: library) }
}
