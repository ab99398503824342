import Foundation

/// The files of deploy/monitoring.
public enum MonitoringFiles {
    public static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    public static let folder = repository.appendingPathComponent("deploy/monitoring")

    public static func text(_ path: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
}
