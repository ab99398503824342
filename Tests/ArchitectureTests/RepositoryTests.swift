import ChildProcesses
import Foundation
import TestSupport
import Testing

/// What the repository must hold, and must not.
@Suite("The repository")
struct RepositoryTests {
    private static let isClone = FileManager.default.fileExists(
        atPath: Module.root.appendingPathComponent(".git").path)

    @Test("holds nothing that was built or resolved", .enabled(if: isClone && Tool.path("git") != nil))
    func files() async throws {
        let (status, text) = try await ChildProcess.run("git", ["ls-files"], in: Module.root)
        #expect(status == 0)
        let files = text.split(separator: "\n")
        #expect(files.contains("Package.swift"))
        for file in files {
            let parts = file.split(separator: "/")
            #expect(parts.last != "Package.resolved")
            #expect(!parts.contains { [".build", "__pycache__", ".swiftpm"].contains($0) }, "\(file)")
            #expect(!file.hasSuffix(".deb") && !file.hasSuffix(".pyc"), "\(file)")
        }
    }

    @Test(
        "holds the C that proto/ generates",
        .enabled(if: Tool.path("protoc-c") != nil, "protoc-c is missing: install protobuf-c-compiler"))
    func generated() async throws {
        let (status, text) = try await ChildProcess.run("tools/proto/generate", ["--check"], in: Module.root)
        #expect(status == 0, "\(text)")
    }

    @Test("each folder of tests is a target")
    func targets() async throws {
        let package = try String(
            contentsOf: Module.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let tests = Module.root.appendingPathComponent("Tests").path
        for name in try FileManager.default.contentsOfDirectory(atPath: tests) {
            let isTarget = package.contains("\"\(name)\"")
            #expect(isTarget, "Tests/\(name) is run by nobody")
        }
    }
}
