/// Servers as lines of a table, stage by stage.
package struct TopTable {
    /// What rows of a stage are sorted by: the busiest, or the worst, first.
    package enum Order: String, CaseIterable, Sendable {
        case endpoint, streams, lead, queue, rate, cpu, memory
    }

    private static let stages = ["text", "tokens", "decoder"]
    private static let head = [
        "stage", "endpoint", "state", "streams", "lead", "queue", "rate", "cpu", "batch", "memory",
        "resumes", "underruns", "up", "version",
    ]
    private static let left: Set = [0, 1, 2, 13]

    package let rows: [ServerRow]

    package init(_ rows: [ServerRow], by order: Order) {
        self.rows = rows.sorted { a, b in
            let (first, second) = (Self.place(a), Self.place(b))
            if first != second { return first < second }
            let (x, y) = (Self.key(a, order), Self.key(b, order))
            return x == y ? a.endpoint < b.endpoint : x < y
        }
    }

    private static func place(_ row: ServerRow) -> Int {
        stages.firstIndex(of: row.stage) ?? stages.count
    }

    private static func key(_ row: ServerRow, _ order: Order) -> Double {
        switch order {
        case .endpoint: 0
        case .streams: -Double(row.streams)
        case .lead: row.leadSeconds ?? .infinity
        case .queue: -Double(row.queued)
        case .rate: -(row.rate ?? 0)
        case .cpu: -(row.cpu ?? 0)
        case .memory: -row.memoryBytes
        }
    }

    package var text: String {
        TextTable.lines([Self.head] + rows.map(Self.cells), left: Self.left)
            .map { $0 + "\n" }.joined()
    }

    private static func cells(_ row: ServerRow) -> [String] {
        guard row.state != .unreachable else {
            return ["-", row.endpoint, "unreachable: \(row.error ?? "")"]
        }
        let unit = row.stage == "tokens" ? " tok/s" : " x"
        return [
            row.stage, row.endpoint, row.state.rawValue, "\(row.streams)",
            row.leadSeconds.map { TextTable.tenths($0) + " s" } ?? "-", "\(row.queued)",
            row.rate.map { (row.stage == "tokens" ? whole($0) : TextTable.tenths($0)) + unit } ?? "-",
            row.cpu.map { whole($0 * 100) + " %" } ?? "-",
            row.batch.map { TextTable.tenths($0) } ?? "-", whole(row.memoryBytes / 1048576) + " MiB",
            "\(row.resumes)", "\(row.underruns)", span(row.uptimeSeconds), row.version,
        ]
    }

    private static func whole(_ value: Double) -> String { "\(Int(value.rounded()))" }

    /// `45 s`, `3 min`, `2 h`, `5 d`.
    private static func span(_ seconds: Double) -> String {
        switch seconds {
        case ..<60: "\(Int(seconds)) s"
        case ..<3600: "\(Int(seconds / 60)) min"
        case ..<86400: "\(Int(seconds / 3600)) h"
        default: "\(Int(seconds / 86400)) d"
        }
    }
}
