import ChildProcesses
import Foundation

/// The flags that a program has, as its `--help` lists them, without dashes.
enum Options {
    /// - Parameter program: Its name, and that of its subcommand.
    static func of(_ program: [String]) async throws -> Set<String> {
        let (status, text) = try await ChildProcess.run(
            Deployment.program(program[0]), program.dropFirst() + ["--help"])
        guard status == 0 else { throw NoHelp(program: program[0], said: text) }
        // Those that its lists begin lines with, and not what its prose speaks of.
        return Set(text.matches(of: /(?m)^ {2}(?:-\w, )?--([a-z][a-z-]*)/).map { String($0.1) })
    }

    struct NoHelp: Error {
        let program: String
        let said: String
    }
}
