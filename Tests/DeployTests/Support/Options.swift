import ChildProcesses
import Foundation

/// The flags that a program has, as its `--help` lists them, without dashes.
enum Options {
    static func of(_ program: String, _ subcommand: String? = nil) async throws -> Set<String> {
        let (status, text) = try await ChildProcess.run(
            Deployment.program(program), (subcommand.map { [$0] } ?? []) + ["--help"])
        guard status == 0 else { throw NoHelp(program: program, said: text) }
        // Those that its lists begin lines with, and not what its prose speaks of.
        return Set(text.matches(of: /(?m)^ {2}(?:-\w, )?--([a-z][a-z-]*)/).map { String($0.1) })
    }

    struct NoHelp: Error {
        let program: String
        let said: String
    }
}
