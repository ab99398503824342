import Logging

/// How a Lyre process logs: lines on standard error.
public enum LogSetup {
    /// `logfmt` for people and most collectors, `json` for the rest.
    public enum Format: String, CaseIterable, Sendable {
        case logfmt, json
    }

    /// Sets up swift-log for the process; to be called once, first of all.
    public static func bootstrap(level: Logger.Level = .info, format: Format = .logfmt) {
        LoggingSystem.bootstrap { label in
            StructuredLogHandler(label: label, format: format, level: level)
        }
    }

    /// - Throws: ``UnknownLogSetting``, which lists what there is.
    public static func level(named name: String) throws(UnknownLogSetting) -> Logger.Level {
        guard let level = Logger.Level(rawValue: name.lowercased()) else {
            throw UnknownLogSetting(
                kind: "log level", name: name, known: Logger.Level.allCases.map(\.rawValue))
        }
        return level
    }

    /// - Throws: ``UnknownLogSetting``, which lists what there is.
    public static func format(named name: String) throws(UnknownLogSetting) -> Format {
        guard let format = Format(rawValue: name.lowercased()) else {
            throw UnknownLogSetting(
                kind: "log format", name: name, known: Format.allCases.map(\.rawValue))
        }
        return format
    }
}

/// A level or format that there is not.
public struct UnknownLogSetting: Error, CustomStringConvertible {
    let kind: String
    let name: String
    let known: [String]
    public var description: String {
        "there is no \(kind) '\(name.prefix(40))'; there are \(known.joined(separator: ", "))"
    }
}
