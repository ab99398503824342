import Logging
import TestSupport

/// Keeps what is logged.
struct RecordingLog: LogHandler {
    struct Line: Sendable {
        let level: Logger.Level
        let text: String
        let metadata: Logger.Metadata
    }

    let lines = Recorder<Line>()
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.record(
            Line(
                level: event.level, text: "\(event.message)", metadata: event.metadata ?? [:]))
    }

    /// The process ids that a fake engine has told, of its programs or its workers.
    func processes(_ kind: String) -> [Int32] {
        lines.all.compactMap { line in
            line.text.hasPrefix("\(kind) ") ? Int32(line.text.dropFirst(kind.count + 1)) : nil
        }
    }
}
