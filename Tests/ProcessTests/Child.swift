import Foundation
import Synchronization

/// A running child process.
///
/// `@unchecked Sendable`: Foundation's Process and pipes may be used from any thread, and nothing is
/// changed after the initializer.
final class Child: @unchecked Sendable {
    private let process = Process()
    private let pipes = (input: Pipe(), output: Pipe(), errors: Pipe())
    private let exit = Exit()
    /// What it writes to standard error.
    let errors: LineLog

    /// A child that has ended must not end us when we write to it.
    private static let ignoresBrokenPipes: Void = { _ = Foundation.signal(SIGPIPE, SIG_IGN) }()

    init(
        _ program: URL, _ arguments: [String], environment: [String: String] = [:],
        in folder: URL? = nil
    ) throws {
        Self.ignoresBrokenPipes
        process.executableURL = program
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardInput = pipes.input
        process.standardOutput = pipes.output
        process.standardError = pipes.errors
        process.terminationHandler = { [exit] _ in exit.happen() }
        try Self.withoutBlockedSignals(process.run)
        errors = LineLog(pipes.errors.fileHandleForReading)
    }

    /// Threads of the concurrent pool block signals, and a child would inherit that: Control-C would
    /// not reach those that are not written in Swift.
    private static func withoutBlockedSignals(_ work: () throws -> Void) rethrows {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try work()
    }

    deinit { if process.isRunning { process.terminate() } }

    private var output: FileHandle { pipes.output.fileHandleForReading }
    var identifier: Int32 { process.processIdentifier }
    var status: Int32 { process.terminationStatus }

    func waitUntilExit() async { await exit.wait() }
    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// Writes to its standard input.
    func write(_ bytes: Data) async {
        let input = pipes.input.fileHandleForWriting
        await onThread { try? input.write(contentsOf: bytes) }
    }

    func closeInput() { try? pipes.input.fileHandleForWriting.close() }

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

/// The end of a process, for which cancelled tasks wait too.
private final class Exit: Sendable {
    private let state = Mutex((hasHappened: false, waiters: [CheckedContinuation<Void, Never>]()))

    func happen() {
        let waiters = state.withLock { state in
            state.hasHappened = true
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if !state.hasHappened { state.waiters.append(continuation) }
                return state.hasHappened
            }
            if isOver { continuation.resume() }
        }
    }
}

/// Reading and writing block, which the concurrent pool must not.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: work()) }
    }
}
