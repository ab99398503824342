import Foundation

/// Compiled kernels in a folder, a file an architecture and version of their source.
public struct KernelCache: Sendable {
    public let folder: URL

    public init(folder: URL) { self.folder = folder }

    /// `$XDG_CACHE_HOME/lyre/cuda`, or `~/.cache/lyre/cuda`.
    public static var standard: KernelCache {
        let environment = ProcessInfo.processInfo.environment
        let base =
            environment["XDG_CACHE_HOME"].map { URL(fileURLWithPath: $0) }
            ?? FileManager.default.homeDirectoryForCurrentUser.appendingPathComponent(".cache")
        return KernelCache(folder: base.appendingPathComponent("lyre/cuda"))
    }

    public func file(for architecture: Int) -> URL {
        let mark = KernelSource.fingerprint(KernelCompiler.options(architecture))
        return folder.appendingPathComponent("snac-sm_\(architecture)-\(mark).cubin")
    }

    /// The kernels, compiled now where they are not there yet. A folder that cannot be written to
    /// only costs the next start the time.
    /// - Parameter compiler: Made when it is needed.
    /// - Throws: ``GPUError``.
    public func kernels(
        for architecture: Int, compiler: () throws(GPUError) -> KernelCompiler
    ) throws(GPUError) -> [UInt8] {
        let file = file(for: architecture)
        if let known = try? Data(contentsOf: file), Self.isComplete(known) { return Array(known) }
        let made: KernelCompiler
        do {
            made = try compiler()
        } catch {
            throw GPUError(
                "the kernels are not compiled for sm_\(architecture) yet, and NVRTC, which compiles "
                    + "them, is not here: \(error)"
            )
        }
        let image = try made.compile(for: architecture)
        try? write(image, to: file)
        return image
    }

    /// Compiles for an architecture, whether it is there or not.
    /// - Throws: ``GPUError``, or what the file system says.
    public func compile(for architecture: Int, by compiler: KernelCompiler) throws -> URL {
        let file = file(for: architecture)
        try write(try compiler.compile(for: architecture), to: file)
        return file
    }

    private func write(_ image: [UInt8], to file: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // In one go: other services may start at the same time.
        try Data(image).write(to: file, options: .atomic)
    }

    /// Whether it is an ELF file at all.
    private static func isComplete(_ image: Data) -> Bool {
        image.count > 64 && image.prefix(4) == Data([0x7F, 0x45, 0x4C, 0x46])
    }
}
