import ChildProcesses
import Foundation

/// A client in another language, of proto/clients/. Their programs take the same words.
enum ForeignClient: String, CaseIterable, Sendable {
    case python, cpp

    private static let interpreter = "/usr/bin/python3"

    private var folder: URL {
        Programs.root.appendingPathComponent("proto/clients/\(rawValue)")
    }

    /// What they are built with is here.
    static func canBeBuilt() async throws -> Bool {
        let files = [
            "/usr/bin/make", "/usr/bin/g++", "/usr/bin/protoc", "/usr/include/zmq.hpp",
            "/usr/include/google/protobuf/message.h",
        ]
        guard files.allSatisfy(FileManager.default.fileExists) else { return false }
        let imports = ["-c", "import google.protobuf, pytest, zmq"]
        return try await ChildProcess.run(interpreter, imports).status == 0
    }

    /// Made once: a second `make` beside the first would write the same files.
    private static let builds = Dictionary(
        uniqueKeysWithValues: allCases.map { client in
            (client, Task { try await client.make("all") })
        })

    private func make(_ target: String) async throws -> Programs.Outcome {
        try await Programs.run(
            "/usr/bin/make", ["-C", folder.path, "PYTHON=\(Self.interpreter)", target])
    }

    private func build() async throws {
        let outcome = try await Self.builds[self]!.value
        if outcome.status != 0 { throw StartFailed(name: "\(self)", errors: outcome.errors) }
    }

    /// Runs the tests that need no service of Lyre.
    func test() async throws -> Programs.Outcome {
        for client in Self.allCases { try await client.build() }
        return try await make("test")
    }

    /// Runs Python's tests against a text frontend with room for one call.
    static func testServices(at endpoint: String) async throws -> Programs.Outcome {
        try await python.build()
        return try await Programs.run(
            interpreter, ["-m", "pytest", "-q", "tests/test_services.py"],
            environment: ["LYRE_FRONTEND": endpoint], in: python.folder)
    }

    func start(_ arguments: [String]) async throws -> Child {
        try await build()
        switch self {
        case .python:
            return try await Child(
                Programs.url(Self.interpreter), ["-m", "lyre_client"] + arguments, in: folder)
        case .cpp:
            return try await Child(folder.appendingPathComponent("build/lyre-client"), arguments)
        }
    }

    /// Runs its program to its end; files are named by whole paths.
    func run(_ arguments: [String], input: Data = Data()) async throws -> Programs.Outcome {
        try await start(arguments).run(input: input)
    }
}
