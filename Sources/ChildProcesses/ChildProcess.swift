public import Foundation
import Subprocess
import SystemPackage

/// A program that we started, and pipes to it. It is killed when nobody holds this any longer.
///
/// It inherits nothing of ours but these pipes, the environment and the folder: in another child's
/// hands a pipe would keep its end from being seen. Foundation's Process lets that happen.
public final class ChildProcess: Sendable {
    /// Where a child's standard error goes.
    public enum Errors: Sendable { case ours, pipe }

    public let identifier: Int32
    /// Its standard input, to be written to.
    public let input: FileHandle
    public let output: FileHandle
    /// nil where its standard error is ours.
    public let errors: FileHandle?
    private let ending: Task<Int32, Never>

    /// - Parameters:
    ///   - environment: Added to ours.
    ///   - folder: Its working directory; ours where left out.
    /// - Throws: `SubprocessError` where it cannot be started.
    public init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        in folder: URL? = nil, errors: Errors = .ours
    ) async throws {
        let (input, output) = (Pipe(), Pipe())
        let errors = errors == .pipe ? Pipe() : nil
        let configuration = Self.configuration(
            program, arguments, environment: environment, in: folder)
        let (started, start) = AsyncThrowingStream<Int32, any Error>.makeStream()
        ending = Task.detached {
            do {
                let result = try await Subprocess.run(
                    configuration, input: .end(input.fileHandleForReading),
                    output: .end(output.fileHandleForWriting),
                    error: .end(errors?.fileHandleForWriting ?? .standardError)
                ) { execution in
                    try? input.fileHandleForReading.close()
                    try? output.fileHandleForWriting.close()
                    try? errors?.fileHandleForWriting.close()
                    start.yield(Int32(execution.processIdentifier.value))
                }
                return result.terminationStatus.asOfShells
            } catch {
                start.finish(throwing: error)
                return 127
            }
        }
        var iterator = started.makeAsyncIterator()
        identifier = try await iterator.next()!
        self.input = input.fileHandleForWriting
        self.output = output.fileHandleForReading
        self.errors = errors?.fileHandleForReading
    }

    deinit { ending.cancel() }

    public func signal(_ number: Int32) { kill(identifier, number) }

    /// Its exit status, or 128 and the number of the signal that ended it.
    public func waitUntilExit() async -> Int32 { await ending.value }

    /// Runs a program to its end, without input.
    /// - Parameter program: A path, or a name to be found in `PATH`.
    /// - Returns: Its exit status, as of ``waitUntilExit()``, and what it wrote, errors included: at
    ///   most 16 MiB.
    public static func run(
        _ program: String, _ arguments: [String], in folder: URL? = nil
    ) async throws -> (status: Int32, text: String) {
        let result = try await Subprocess.run(
            configuration(URL(fileURLWithPath: "/usr/bin/env"), [program] + arguments, in: folder),
            output: .string(limit: 16 << 20), error: .combinedWithOutput)
        return (result.terminationStatus.asOfShells, result.standardOutput)
    }

    private static func configuration(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        in folder: URL? = nil
    ) -> Subprocess.Configuration {
        let added = environment.compactMap { name, value in
            Environment.Key(rawValue: name).map { ($0, Optional(value)) }
        }
        return Subprocess.Configuration(
            executable: .path(FilePath(program.path)), arguments: Arguments(arguments),
            environment: .inherit.updating(Dictionary(uniqueKeysWithValues: added)),
            workingDirectory: folder.map { FilePath($0.path) })
    }
}

extension InputProtocol where Self == FileDescriptorInput {
    fileprivate static func end(_ handle: FileHandle) -> Self {
        .fileDescriptor(
            FileDescriptor(rawValue: handle.fileDescriptor), closeAfterSpawningProcess: false)
    }
}

extension OutputProtocol where Self == FileDescriptorOutput {
    fileprivate static func end(_ handle: FileHandle) -> Self {
        .fileDescriptor(
            FileDescriptor(rawValue: handle.fileDescriptor), closeAfterSpawningProcess: false)
    }
}

extension TerminationStatus {
    fileprivate var asOfShells: Int32 {
        switch self {
        case .exited(let code): code
        case .signaled(let signal): 128 + signal
        }
    }
}
