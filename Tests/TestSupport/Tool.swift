import Foundation

/// Programs of the system that some tests need and not every machine has.
public enum Tool {
    /// Where the first one of its name in `PATH` is; nil where there is none.
    public static func path(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
