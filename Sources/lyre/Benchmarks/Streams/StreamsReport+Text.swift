import Foundation

extension StreamsReport {
    /// What people read.
    package var text: String {
        let verdict = isHeld ? "no underrun" : [
            underruns > 0 ? "\(underruns) underruns in \(underrunStreams) streams" : nil,
            refusedStreams > 0 ? "\(refusedStreams) streams refused" : nil,
            unfinishedStreams > 0 ? "\(unfinishedStreams) streams given up" : nil,
        ].compactMap(\.self).joined(separator: ", ")
        let heading = String(
            format: "%d streams, %.1f s each, codes sent by the %@: %@", streams, seconds, unit,
            verdict)
        let rows = [
            ("lead", Self.join([("worst", worstLeadMilliseconds), ("p1", leadMillisecondsP1)])),
            ("first samples", Self.join([
                ("p50", firstSampleMillisecondsP50), ("max", firstSampleMillisecondsMax),
            ])),
            ("added", Self.join([
                ("p50", addedMillisecondsP50), ("p95", addedMillisecondsP95),
                ("p99", addedMillisecondsP99), ("max", addedMillisecondsMax),
            ])),
            ("pacer late", Self.join([
                ("p99", pacerLateMillisecondsP99), ("max", pacerLateMillisecondsMax),
            ])),
            ("decoder", decoderCpuSecondsPerAudioSecond.map {
                String(format: "%.4f processor seconds a second of audio", $0)
            } ?? "its processor time is not known here"),
            ("client", String(format: "%.1f %% of a core", clientCpuShare * 100)),
        ]
        return ([heading] + rows.map { name, value in
            "  " + name.padding(toLength: 15, withPad: " ", startingAt: 0) + value
        }).joined(separator: "\n")
    }

    private static func join(_ values: [(String, Double?)]) -> String {
        values.map { name, value in
            "\(name) " + (value.map { String(format: "%.1f ms", $0) } ?? "-")
        }.joined(separator: "   ")
    }

    /// The columns of ``row``.
    package static let columns = "streams  underruns  refused  worst lead  added p99  decoder CPU"

    /// A line of a table.
    package var row: String {
        func column(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        func milliseconds(_ value: Double?) -> String {
            value.map { String(format: "%.1f ms", $0) } ?? "-"
        }
        return column("\(streams)", 7) + column("\(underruns)", 11)
            + column("\(refusedStreams)", 9) + column(milliseconds(worstLeadMilliseconds), 12)
            + column(milliseconds(addedMillisecondsP99), 11)
            + column(decoderCpuSecondsPerAudioSecond.map { String(format: "%.4f", $0) } ?? "-", 13)
    }
}
