import Foundation

/// NVRTC, which compiles the kernels on a machine that may have no GPU.
public struct KernelCompiler: Sendable {
    private typealias Out<Value> = UnsafeMutablePointer<Value>
    private typealias Program = UInt
    private let create:
        @Sendable @convention(c) (
            Out<Program>, UnsafePointer<CChar>, UnsafePointer<CChar>, Int32,
            UnsafePointer<UnsafePointer<CChar>?>, UnsafePointer<UnsafePointer<CChar>?>
        ) -> Int32
    private let compile:
        @Sendable @convention(c) (Program, Int32, UnsafePointer<UnsafePointer<CChar>?>) -> Int32
    private let destroy: @Sendable @convention(c) (Out<Program>) -> Int32
    private let logSize: @Sendable @convention(c) (Program, Out<Int>) -> Int32
    private let log: @Sendable @convention(c) (Program, Out<CChar>) -> Int32
    private let imageSize: @Sendable @convention(c) (Program, Out<Int>) -> Int32
    private let image: @Sendable @convention(c) (Program, Out<UInt8>) -> Int32

    /// What Lyre is compiled for ahead of time: A100, RTX 30, RTX 40 and L4, H100 and H200, B200.
    public static let architectures = [80, 86, 89, 90, 100]

    /// - Parameter path: The library; the system's where nil.
    /// - Throws: ``GPUError`` where there is none.
    public init(path: String? = nil) throws(GPUError) {
        let names = ["libnvrtc.so", "libnvrtc.so.13", "libnvrtc.so.12"]
        // It looks for its builtins beside itself, where it really lies.
        let file = path.map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
        let library = try DynamicLibrary(file.map { [$0] } ?? names)
        create = try library.function("nvrtcCreateProgram")
        compile = try library.function("nvrtcCompileProgram")
        destroy = try library.function("nvrtcDestroyProgram")
        logSize = try library.function("nvrtcGetProgramLogSize")
        log = try library.function("nvrtcGetProgramLog")
        imageSize = try library.function("nvrtcGetCUBINSize")
        image = try library.function("nvrtcGetCUBIN")
    }

    static func options(_ architecture: Int) -> [String] {
        ["--gpu-architecture=sm_\(architecture)", "--std=c++17"]
    }

    /// The machine code of all kernels for an architecture: some seconds of work.
    /// - Throws: ``GPUError`` with the compiler's first complaint.
    public func compile(for architecture: Int) throws(GPUError) -> [UInt8] {
        let files = KernelSource.files
        var program: Program = 0
        let created = withCStrings(files.map(\.text)) { texts in
            withCStrings(files.map(\.name)) { names in
                create(
                    &program, texts[0]!, names[0]!, Int32(files.count - 1), texts + 1, names + 1)
            }
        }
        guard created == 0 else { throw GPUError("NVRTC takes no program (error \(created))") }
        defer { _ = destroy(&program) }
        let options = Self.options(architecture)
        let result = withCStrings(options) { compile(program, Int32(options.count), $0) }
        guard result == 0 else {
            throw GPUError(
                "NVRTC cannot compile the kernels for sm_\(architecture): "
                    + (complaint(program) ?? "error \(result)")
            )
        }
        var size = 0
        guard imageSize(program, &size) == 0, size > 0 else {
            throw GPUError("NVRTC gives no machine code for sm_\(architecture)")
        }
        var bytes = [UInt8](repeating: 0, count: size)
        guard image(program, &bytes) == 0 else {
            throw GPUError("NVRTC gives no machine code for sm_\(architecture)")
        }
        return bytes
    }

    /// The first line of the log that tells of an error.
    private func complaint(_ program: Program) -> String? {
        var size = 0
        guard logSize(program, &size) == 0, size > 1 else { return nil }
        var text = [CChar](repeating: 0, count: size)
        guard log(program, &text) == 0 else { return nil }
        let lines = String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
            .split(separator: "\n")
        return (lines.first { $0.contains("error") } ?? lines.first).map(String.init)
    }
}

/// Strings as C has them, as long as `body` runs.
private func withCStrings<Value>(
    _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Value
) -> Value {
    let copies = strings.map { $0.utf8CString }
    var pointers: [UnsafePointer<CChar>?] = []
    func next(_ index: Int) -> Value {
        guard index < copies.count else {
            return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
        }
        return copies[index].withUnsafeBufferPointer { copy in
            pointers.append(copy.baseAddress)
            return next(index + 1)
        }
    }
    return next(0)
}
