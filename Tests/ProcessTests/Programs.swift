import Foundation

/// The programs that the tests start: they stand beside the test bundle.
enum Programs {
    static let folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// The demo voice's SNAC model.
    static let model = folder.appendingPathComponent("lyre_DemoVoice.resources/demo-voice").path

    struct Outcome: Sendable {
        let status: Int32
        let output: Data
        let errors: String
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// A program by its name, or by its path.
    static func url(_ name: String) -> URL {
        name.hasPrefix("/") ? URL(fileURLWithPath: name) : folder.appendingPathComponent(name)
    }

    /// Runs a program to its end.
    static func run(
        _ name: String, _ arguments: [String], input: Data = Data(),
        environment: [String: String] = [:], in folder: URL? = nil
    ) async throws -> Outcome {
        try await Child(url(name), arguments, environment: environment, in: folder)
            .run(input: input)
    }
}
