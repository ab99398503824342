import LyreRPC
import WireMessages

/// Sessions of a token service as lines of a table.
struct SessionTable {
    private static let head = [
        "id", "phase", "voice", "age", "frames", "lead", "resumes", "rolls", "server",
    ]

    let text: String

    init(_ sessions: [SessionInfo]) {
        let rows = [Self.head] + sessions.map(Self.row)
        let widths = Self.head.indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        text = rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                // Numbers stand on the right, names on the left.
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return (3...7).contains(column) || column == 0 ? space + cell.0 : cell.0 + space
            }.joined(separator: "  ").trimmedEnd
        }.joined(separator: "\n")
    }

    private static func row(_ session: SessionInfo) -> [String] {
        let phase = session.phase == .done ? session.outcome.lowercased() : "\(session.phase)"
        let hasSound = session.frames > 0
        return [
            "\(session.id)", phase, session.voice,
            seconds(Double(session.ageMicroseconds) / 1e6), "\(session.frames)",
            hasSound ? seconds(Double(session.leadMilliseconds) / 1000) : "-",
            "\(session.resumes)", "\(session.rolls)",
            session.server.isEmpty ? "-" : "\(session.server) \(session.model)",
        ]
    }

    private static func seconds(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10) s"
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}
