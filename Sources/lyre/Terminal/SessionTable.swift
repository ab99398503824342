import LyreRPC
import WireMessages

/// Sessions of a token service as lines of a table.
struct SessionTable {
    private static let head = [
        "id", "phase", "voice", "age", "frames", "lead", "resumes", "rolls", "server",
    ]

    let text: String

    init(_ sessions: [SessionInfo]) {
        text = TextTable.lines([Self.head] + sessions.map(Self.row), left: [1, 2, 8])
            .joined(separator: "\n")
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

    private static func seconds(_ value: Double) -> String { TextTable.tenths(value) + " s" }
}
