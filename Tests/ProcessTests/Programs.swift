import Foundation

/// The programs that the tests start: they stand beside the test bundle.
enum Programs {
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct Outcome {
        let status: Int32
        let output: Data
        let errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Runs a program to its end.
    static func run(
        _ name: String, _ arguments: [String], input: Data? = nil,
        environment: [String: String] = [:]
    ) async throws -> Outcome {
        let program = name.hasPrefix("/") ? URL(fileURLWithPath: name) : folder.appendingPathComponent(name)
        let child = try Child(program, arguments, environment: environment)
        if let input { try child.input.write(contentsOf: input) }
        try child.input.close()
        async let output = child.readAll(child.output)
        async let errors = child.readAll(child.errors)
        let (bytes, messages) = (await output, await errors)
        await child.waitUntilExit()
        return Outcome(
            status: child.status, output: bytes, errors: String(decoding: messages, as: UTF8.self))
    }
}

/// A running child process.
///
/// `@unchecked Sendable`: Foundation's Process and pipes may be used from any thread, and nothing is
/// changed after the initializer.
final class Child: @unchecked Sendable {
    private let process = Process()
    private let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
    private let ended: AsyncStream<Never>

    init(_ program: URL, _ arguments: [String], environment: [String: String] = [:]) throws {
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = pipes.input
        process.standardOutput = pipes.output
        process.standardError = pipes.errors
        let (ended, end) = AsyncStream<Never>.makeStream()
        self.ended = ended
        process.terminationHandler = { _ in end.finish() }
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    var input: FileHandle { pipes.input.fileHandleForWriting }
    var output: FileHandle { pipes.output.fileHandleForReading }
    var errors: FileHandle { pipes.errors.fileHandleForReading }
    var identifier: Int32 { process.processIdentifier }
    var status: Int32 { process.terminationStatus }

    func waitUntilExit() async { for await _ in ended {} }
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func readAll(_ handle: FileHandle) async -> Data {
        await onThread { (try? handle.readToEnd()) ?? Data() }
    }

    /// The next line of its output, or nil at the end.
    func line() async -> String? {
        let handle = output
        return await onThread {
            var bytes: [UInt8] = []
            while let byte = (try? handle.read(upToCount: 1))?.first {
                if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
                bytes.append(byte)
            }
            return nil
        }
    }

    /// Reading blocks, which the concurrent pool must not.
    private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: work()) }
        }
    }
}

/// A folder that goes when the test does.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("lyre-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
    func data(_ name: String) throws -> Data { try Data(contentsOf: url.appendingPathComponent(name)) }
    var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? [] }
}
