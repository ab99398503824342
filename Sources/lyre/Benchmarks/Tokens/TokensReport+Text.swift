import Foundation

extension TokensReport {
    /// What people read.
    package var text: String {
        let verdict =
            failedStreams == 0
            ? "none failed" : "\(failedStreams) failed, the first because \(failure ?? "")"
        let rows = [
            ("processor", Self.number(cpuMicrosecondsPerEvent, "us an event")),
            (
                "event to frame",
                [
                    "p50 " + Self.number(eventToFrameMillisecondsP50, "ms"),
                    "p99 " + Self.number(eventToFrameMillisecondsP99, "ms"),
                    "max " + Self.number(eventToFrameMillisecondsMax, "ms"),
                ].joined(separator: "   ")
            ),
            ("memory", Self.number(kilobytesPerStream, "kB a stream")),
            ("client", String(format: "%.1f %% of a core", clientCpuShare * 100)),
        ]
        let heading = String(
            format: "%d streams, %.1f s each, %g tokens a second: %@", streams, seconds, rate,
            verdict)
        return
            ([heading]
            + rows.map { name, value in
                "  " + name.padding(toLength: 16, withPad: " ", startingAt: 0) + value
            }).joined(separator: "\n")
    }

    private static func number(_ value: Double?, _ unit: String) -> String {
        value.map { String(format: "%.1f %@", $0, unit) } ?? "not known"
    }
}
