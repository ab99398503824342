import Foundation

/// The program `lyre-guard`, which stands beside the one that runs.
enum GuardProgram {
    static func path() throws(EngineFailure) -> String {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let path = own.deletingLastPathComponent().appendingPathComponent("lyre-guard").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw EngineFailure("the program lyre-guard is missing beside \(own.lastPathComponent)")
        }
        return path
    }
}
