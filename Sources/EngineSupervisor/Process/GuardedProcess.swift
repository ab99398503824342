import Foundation
import Synchronization

/// A program under `lyre-guard`, which ends it and all that it started when we end, however we do.
///
/// It is started by `posix_spawn`: the guard's standard input has to be ours alone, and its end has
/// to be waited for while others may still hold its output open.
final class GuardedProcess: Sendable {
    private let identifier: pid_t
    /// Our end of the guard's standard input; nil when the guard has ended.
    private let wishes: Mutex<Int32?>

    /// - Parameters:
    ///   - program: The path of `lyre-guard`.
    ///   - grace: Seconds from SIGTERM to SIGKILL when we end.
    ///   - onOutput: Is given what the program writes, as it comes, and nothing at its end; from a
    ///     thread of its own.
    ///   - onEnd: Is told once, when nothing of the program is left.
    /// - Throws: ``EngineFailure``.
    init(
        guard program: String, grace: Int, _ command: EngineCommand,
        onOutput: @escaping @Sendable (ArraySlice<UInt8>) -> Void,
        onEnd: @escaping @Sendable (EngineExit) -> Void
    ) throws(EngineFailure) {
        var (input, output) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
        // A socket instead of a pipe: writing to a closed one can be kept from raising a signal.
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &input) == 0, pipe(&output) == 0
        else { throw EngineFailure("no pipe to the engine: \(String(cString: strerror(errno)))") }
        for descriptor in output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let words = [program, "\(grace)"] + command.words
        let environment = ProcessInfo.processInfo.environment.merging(command.environment) { $1 }
        let (status, identifier) = Self.spawn(
            words, environment: environment.map { "\($0)=\($1)" }, input: input[1],
            output: output[1])
        close(input[1])
        close(output[1])
        guard status == 0 else {
            close(input[0])
            close(output[0])
            throw EngineFailure("cannot run '\(program)': \(String(cString: strerror(status)))")
        }
        self.identifier = identifier
        wishes = Mutex(input[0])
        let isRead = DispatchSemaphore(value: 0)
        Thread.detachNewThread { [output] in
            var bytes = [UInt8](repeating: 0, count: 16 << 10)
            while true {
                let count = read(output[0], &bytes, bytes.count)
                if count > 0 { onOutput(bytes[..<count]) }
                if count == 0 || (count < 0 && errno != EINTR) { break }
            }
            close(output[0])
            onOutput([])
            isRead.signal()
        }
        Thread.detachNewThread { [self] in
            let exit = waitUntilEnd()
            // Its last words come first; somebody who still holds its output must not hold us.
            _ = isRead.wait(timeout: .now() + 1)
            onEnd(exit)
        }
    }

    /// SIGTERM.
    func terminate() { wish("t") }

    /// SIGKILL, to all of it.
    func kill() { wish("k") }

    private func wish(_ letter: Unicode.Scalar) {
        wishes.withLock { descriptor in
            var byte = UInt8(ascii: letter)
            if let descriptor { _ = send(descriptor, &byte, 1, Int32(MSG_NOSIGNAL)) }
        }
    }

    private func waitUntilEnd() -> EngineExit {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        wishes.withLock { descriptor in
            if let descriptor { close(descriptor) }
            descriptor = nil
        }
        let signal = status & 0x7F
        guard signal != 0 else { return EngineExit(guardStatus: status >> 8 & 0xFF) }
        // The guard itself was killed, and its group is leaderless.
        Foundation.kill(-identifier, SIGKILL)
        return .signal(signal)
    }

    private static func spawn(
        _ words: [String], environment: [String], input: Int32, output: Int32
    ) -> (status: Int32, identifier: pid_t) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
        let arguments = words.map { strdup($0) } + [nil]
        let variables = environment.map { strdup($0) } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var identifier: pid_t = 0
        let status = posix_spawn(&identifier, words[0], &actions, nil, arguments, variables)
        return (status, identifier)
    }
}
