import Traces

/// The spans of a trace as lines of text: what ran when, within what, and for how long.
package struct Waterfall {
    private struct Row {
        let depth: Int
        let span: Span
    }

    private let rows: [Row]
    private let start: UInt64
    private let end: UInt64

    /// - Parameter spans: Of one trace, in any order. A span whose parent is missing stands at the
    ///   left.
    package init(_ spans: [Span]) {
        start = spans.map(\.start).min() ?? 0
        end = spans.map(\.end).max() ?? 0
        let known = Set(spans.map(\.context.spanID))
        let children = Dictionary(grouping: spans) { known.contains($0.parent) ? $0.parent : 0 }
        var rows: [Row] = []
        func add(_ parent: UInt64, _ depth: Int) {
            let spans = (children[parent] ?? []).sorted {
                ($0.start, $0.context.spanID) < ($1.start, $1.context.spanID)
            }
            for span in spans {
                rows.append(Row(depth: depth, span: span))
                add(span.context.spanID, depth + 1)
            }
        }
        add(0, 0)
        self.rows = rows
    }

    /// - Parameter width: Columns of the bars.
    package func text(width: Int = 48) -> String {
        guard !rows.isEmpty else { return "no spans have come\n" }
        let service = rows.map(\.span.service.count).max()!
        let name = rows.map { 2 * $0.depth + $0.span.name.count }.max()!
        return rows.map { row in
            let label = String(repeating: "  ", count: row.depth) + row.span.name
            return padded(row.span.service, service) + "  " + padded(label, name) + "  "
                + bar(of: row.span, width) + "  " + notes(of: row.span) + "\n"
        }.joined()
    }

    /// Where a span lies, to an eighth of a column where it ends.
    private func bar(of span: Span, _ width: Int) -> String {
        let scale = Double(width * 8) / Double(max(1, end - start))
        let from = Int(Double(span.start - start) * scale) / 8
        let eighths = max(1, Int(Double(span.end - start) * scale) - from * 8)
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        let bar =
            String(repeating: " ", count: min(from, width - 1))
            + String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
        return padded(bar, width)
    }

    /// How long it took, what happened when, counted from its start, and how it ended.
    private func notes(of span: Span) -> String {
        var notes = [milliseconds(span.end - span.start)]
        for event in firstOfEach(span.events) {
            let time = event.time > span.start ? event.time - span.start : 0
            notes.append("\(event.name) at \(milliseconds(time))")
        }
        notes += span.values.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        if let error = span.error { notes.append(error) }
        return notes.joined(separator: ", ")
    }

    private func firstOfEach(_ events: [Span.Event]) -> [Span.Event] {
        var seen: Set<String> = []
        return events.filter { seen.insert($0.name).inserted }
    }

    private func milliseconds(_ nanoseconds: UInt64) -> String {
        let tenths = (nanoseconds + 50_000) / 100_000
        return tenths < 100 ? "\(tenths / 10).\(tenths % 10) ms" : "\((tenths + 5) / 10) ms"
    }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
