import ChildProcesses
import Foundation

/// Where things are: the repository, the programs beside the test bundle, the tools that judge.
enum Deployment {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let folder = root.appendingPathComponent("deploy")
    private static let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()

    /// Whether a program is in the path, or where `tools/deploy/install` puts it.
    static func has(_ program: String) -> Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let own = root.appendingPathComponent(".build/deploy/bin").path
        return (path.split(separator: ":").map(String.init) + [own]).contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }

    /// The path of a program that is built with the tests.
    static func program(_ name: String) -> String { programs.appendingPathComponent(name).path }

    static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
    }

    /// The names of a folder's files, in order.
    static func files(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: folder.appendingPathComponent(path).path
        ).sorted()
    }
}
