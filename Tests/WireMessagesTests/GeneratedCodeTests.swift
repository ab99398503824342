import ChildProcesses
import Foundation
import Testing

/// The C in the repository is what proto/ generates.
struct GeneratedCodeTests {
    private static let hasGenerator = (ProcessInfo.processInfo.environment["PATH"] ?? "")
        .split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/protoc-c") }

    @Test(.enabled(if: hasGenerator, "needs protoc-c (Debian: protobuf-c-compiler)"))
    func isCurrent() async throws {
        let (status, text) = try await ChildProcess.run(
            ProtoFolder.project.appending(path: "tools/proto/generate").path, ["--check"])
        #expect(status == 0, "\(text)")
    }
}
