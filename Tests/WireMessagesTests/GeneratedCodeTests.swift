import Foundation
import Testing

/// The C in the repository is what proto/ generates.
struct GeneratedCodeTests {
    private static let hasGenerator = (ProcessInfo.processInfo.environment["PATH"] ?? "")
        .split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/protoc-c") }

    @Test(.enabled(if: hasGenerator, "needs protoc-c (Debian: protobuf-c-compiler)"))
    func isCurrent() throws {
        let process = Process()
        process.executableURL = ProtoFolder.project.appending(path: "tools/proto/generate")
        process.arguments = ["--check"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
    }
}
