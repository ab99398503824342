import Foundation
import Observability

/// A service's program, started as a plugin: it tells where it listens, and ends with us.
final class PluginProcess: Sendable {
    let name: String
    let handshake: PluginHandshake
    private let process: RunningProcess

    /// Starts a program that stands beside this one, and waits for its handshake line.
    /// - Throws: ``FarmError`` when it is missing, or ends without the line.
    init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) async throws {
        self.name = name
        process = try RunningProcess(
            try Self.find(name), arguments + ["--plugin"], environment: environment)
        guard let line = await process.firstLine() else {
            process.stop()
            throw FarmError("\(name) ended before it was ready; its reason stands above")
        }
        do { handshake = try PluginHandshake(parsing: line) } catch {
            process.stop()
            throw error
        }
    }

    /// Its process id.
    var identifier: Int32 { process.identifier }

    /// Asks it to end, and waits until it has.
    func stop() async { await process.end() }

    static func find(_ name: String) throws -> URL {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = own.deletingLastPathComponent().appendingPathComponent(name)
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw FarmError("the program \(name) is missing beside lyre: build it with 'make build'")
        }
        return program
    }
}

/// Why there is no farm, in one sentence.
struct FarmError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A child process whose standard input we hold open.
///
/// `@unchecked Sendable`: Foundation's Process may be used from any thread, and nothing here is
/// changed after the initializer.
private final class RunningProcess: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private let ended: AsyncStream<Never>

    init(_ program: URL, _ arguments: [String], environment: [String: String]) throws {
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = input
        process.standardOutput = output
        let (ended, end) = AsyncStream<Never>.makeStream()
        self.ended = ended
        process.terminationHandler = { _ in end.finish() }
        try process.run()
    }

    var identifier: Int32 { process.processIdentifier }

    /// The first line of its output, or nil when it ended before.
    func firstLine() async -> String? {
        let handle = output.fileHandleForReading
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var bytes: [UInt8] = []
                while let byte = (try? handle.read(upToCount: 1))?.first {
                    if byte == 10 {
                        return continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
                    }
                    bytes.append(byte)
                }
                continuation.resume(returning: nil)
            }
        }
    }

    /// The end of its standard input tells a plugin to end.
    func stop() { try? input.fileHandleForWriting.close() }

    func end() async {
        stop()
        for await _ in ended {}
    }
}
