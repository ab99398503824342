import Foundation
import Logging

/// Writes each event as one line: time, level, label, message, then metadata by key.
public struct StructuredLogHandler: LogHandler {
    public var logLevel: Logger.Level
    public var metadata: Logger.Metadata = [:]
    public var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: LogSetup.Format
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a line with its end; standard error unless given.
    public init(
        label: String, format: LogSetup.Format, level: Logger.Level,
        write: @escaping @Sendable (String) -> Void = StructuredLogHandler.writeToStandardError
    ) {
        self.label = label
        self.format = format
        logLevel = level
        self.write = write
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var all = metadataProvider?.get() ?? [:]
        all.merge(metadata) { $1 }
        all.merge(event.metadata ?? [:]) { $1 }
        if let error = event.error { all["error"] = "\(error)" }
        let head = [
            ("time", timestamp()), ("level", event.level.rawValue), ("label", label),
            ("msg", event.message.description),
        ]
        let rest = all.sorted { $0.key < $1.key }
        switch format {
        case .logfmt:
            let fields =
                head.map { LogText.field($0, $1) }
                + rest.map { LogText.field($0.key, $0.value.description) }
            write(fields.joined(separator: " ") + "\n")
        case .json:
            let fields =
                head.map { "\(LogText.json($0)):\(LogText.json($1))" }
                + rest.map { "\(LogText.json($0.key)):\(LogText.json($0.value))" }
            write("{" + fields.joined(separator: ",") + "}\n")
        }
    }

    /// One system call a line, so that lines of threads and processes do not mix.
    public static let writeToStandardError: @Sendable (String) -> Void = { line in
        var line = line
        line.withUTF8 { bytes in
            // A full or closed standard error loses the line; there is nobody left to tell.
            _ = Foundation.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        }
    }
}

/// UTC with milliseconds, RFC 3339.
private func timestamp() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var parts = tm()
    gmtime_r(&now.tv_sec, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let milliseconds = String(1000 + now.tv_nsec / 1_000_000).dropFirst()
    return "\(1900 + parts.tm_year)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T"
        + "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)).\(milliseconds)Z"
}
