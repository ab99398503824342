import Glibc

/// How a program ended.
package enum EngineExit: Hashable, Sendable, CustomStringConvertible {
    case status(Int32)
    case signal(Int32)
    /// It could not be started.
    case notStarted

    /// - Parameter guardStatus: What `lyre-guard` ends with: the program's status, or 128 and the
    ///   number of the signal that ended it.
    init(guardStatus: Int32) {
        self = guardStatus > 128 ? .signal(guardStatus - 128) : .status(guardStatus)
    }

    /// True when the same command would end the same way: the program is missing, or does not
    /// understand its command line.
    var isRefusal: Bool {
        switch self {
        // argparse's, swift-argument-parser's, and the shells' for 'cannot run' and 'not found'.
        case .status(2), .status(64), .status(126), .status(127), .notStarted: true
        case .status, .signal: false
        }
    }

    package var description: String {
        switch self {
        case .status(let status): "exit status \(status)"
        case .signal(SIGKILL): "killed by SIGKILL, as the system does when memory runs out"
        case .signal(let number): "ended by \(Self.names[number] ?? "signal \(number)")"
        case .notStarted: "not started"
        }
    }

    private static let names = [
        SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGSEGV: "SIGSEGV", SIGABRT: "SIGABRT",
        SIGBUS: "SIGBUS", SIGHUP: "SIGHUP",
    ]
}
