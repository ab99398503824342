import ChildProcesses
import TestSupport
import Testing

/// The C in the repository is what proto/ generates.
struct GeneratedCodeTests {
    @Test(.enabled(if: Tool.path("protoc-c") != nil, "needs protoc-c (Debian: protobuf-c-compiler)"))
    func isCurrent() async throws {
        let (status, text) = try await ChildProcess.run(
            ProtoFolder.project.appending(path: "tools/proto/generate").path, ["--check"])
        #expect(status == 0, "\(text)")
    }
}
