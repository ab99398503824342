import ChildProcesses
import Foundation

/// A running program, what it writes read as it comes.
final class Child: Sendable {
    private let process: ChildProcess
    /// What it writes to standard error.
    let errors: LineLog

    /// A child that has ended must not end us when we write to it.
    private static let ignoresBrokenPipes: Void = { _ = Foundation.signal(SIGPIPE, SIG_IGN) }()

    init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        in folder: URL? = nil
    ) async throws {
        Self.ignoresBrokenPipes
        process = try await ChildProcess(
            program, arguments, environment: environment, in: folder, errors: .pipe)
        errors = LineLog(process.errors!)
    }

    private var output: FileHandle { process.output }
    var identifier: Int32 { process.identifier }

    /// Its exit status, or 128 and the number of the signal that ended it.
    @discardableResult
    func waitUntilExit() async -> Int32 { await process.waitUntilExit() }

    func signal(_ number: Int32) { process.signal(number) }

    /// Feeds it, and waits for its end.
    func run(input: Data) async -> Programs.Outcome {
        await withTaskCancellationHandler {
            async let fed: Void = feed(input)
            let output = await readAll()
            await fed
            return Programs.Outcome(
                status: await waitUntilExit(), output: output, errors: await errors.all())
        } onCancel: {
            signal(SIGKILL)
        }
    }

    /// Writes to its standard input.
    func write(_ bytes: Data) async {
        let input = process.input
        await onThread { try? input.write(contentsOf: bytes) }
    }

    func closeInput() { try? process.input.close() }

    /// Writes all of its standard input.
    func feed(_ bytes: Data) async {
        if !bytes.isEmpty { await write(bytes) }
        closeInput()
    }

    /// Its standard output to the end.
    func readAll() async -> Data {
        let output = output
        return await onThread { (try? output.readToEnd()) ?? Data() }
    }

    /// The header of a WAV file, which comes at once, and the first samples: every stage of a farm
    /// is at work then.
    func readSound() async -> Data {
        let output = output
        return await onThread {
            var sound = Data()
            while sound.count <= 44, case let some = output.readSome(), !some.isEmpty { sound += some }
            return sound
        }
    }

    /// The next line of its output, or nil at the end.
    func line() async -> String? {
        let output = output
        return await onThread {
            var bytes: [UInt8] = []
            while let byte = (try? output.read(upToCount: 1))?.first {
                if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
                bytes.append(byte)
            }
            return nil
        }
    }
}

/// Reading and writing block, which the concurrent pool must not.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
