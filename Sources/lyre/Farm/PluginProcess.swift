import ChildProcesses
import Foundation
import Observability

/// A service's program, started as a plugin: it tells where it listens, and ends with us.
final class PluginProcess: Sendable {
    let name: String
    let handshake: PluginHandshake
    private let process: ChildProcess

    /// Starts a program that stands beside this one, and waits for its handshake line.
    /// - Throws: ``FarmError`` when it is missing, or ends without the line.
    init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) async throws {
        self.name = name
        process = try await ChildProcess(
            try Self.find(name), arguments + ["--plugin"], environment: environment)
        guard let line = await process.firstLine() else {
            throw FarmError("\(name) ended before it was ready; its reason stands above")
        }
        handshake = try PluginHandshake(parsing: line)
    }

    /// Its process id.
    var identifier: Int32 { process.identifier }

    /// Asks it to end, which a plugin does with its standard input, and waits until it has.
    func stop() async {
        try? process.input.close()
        _ = await process.waitUntilExit()
    }

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

extension ChildProcess {
    /// The first line of its output, or nil when it ended before.
    fileprivate func firstLine() async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [output] in
                var bytes: [UInt8] = []
                while let byte = (try? output.read(upToCount: 1))?.first {
                    if byte == 10 {
                        return continuation.resume(returning: String(decoding: bytes, as: UTF8.self))
                    }
                    bytes.append(byte)
                }
                continuation.resume(returning: nil)
            }
        }
    }
}
