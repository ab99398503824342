import Logging

/// A line of an inference server's log, taken apart.
///
/// vLLM writes `(EngineCore pid=27976) INFO 11-25 22:46:32 [core.py:133] Initializing...`, its web
/// server `INFO:     Application startup complete.`, and everybody else what they like.
package struct EngineLine: Hashable, Sendable {
    /// Nil where the line names none.
    package let level: Logger.Level?
    /// `EngineCore`; nil where the line names none.
    package let process: String?
    /// `core.py:133`; nil where the line names none.
    package let source: String?
    package let message: String

    package init(_ text: String) {
        var rest = Self.withoutColours(text)[...]
        var process: String?
        if let match = rest.prefixMatch(of: /\((\w[\w-]*) pid=\d+\) ?/) {
            process = String(match.1)
            rest = rest[match.range.upperBound...]
        }
        self.process = process
        if let match = rest.prefixMatch(
            of: /(DEBUG|INFO|WARNING|ERROR|CRITICAL) \d\d-\d\d \d\d:\d\d:\d\d \[([^\]]*)\] ?/)
        {
            level = Self.levels[String(match.1)]
            source = String(match.2)
            rest = rest[match.range.upperBound...]
        } else if let match = rest.prefixMatch(of: /(DEBUG|INFO|WARNING|ERROR|CRITICAL): +/) {
            rest = rest[match.range.upperBound...]
            // One a request and one a health check: of interest to nobody but its developers.
            let isAccess = rest.contains(" - \"") && rest.contains(" HTTP/1.")
            level = isAccess ? .trace : Self.levels[String(match.1)]
            source = nil
        } else {
            (level, source) = (nil, nil)
        }
        message = String(rest)
    }

    /// How it is logged; lines without a level are somebody's progress or words.
    package var logLevel: Logger.Level { level ?? .info }

    /// True when it says nothing: the space around a banner, or the marks under a traceback's line.
    package var isBlank: Bool { message.allSatisfy { $0.isWhitespace || $0 == "^" } }

    private static let levels: [String: Logger.Level] = [
        "DEBUG": .debug, "INFO": .info, "WARNING": .warning, "ERROR": .error,
        "CRITICAL": .critical,
    ]

    private static func withoutColours(_ text: String) -> String {
        text.contains("\u{1B}") ? text.replacing(/\u{1B}\[[0-9;]*m/, with: "") : text
    }
}
