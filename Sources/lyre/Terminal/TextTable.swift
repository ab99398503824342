import Foundation

/// Rows of cells as lines of text, each column as wide as its widest cell.
enum TextTable {
    /// - Parameter left: Columns of names, which stand on the left; numbers stand on the right. A
    ///   row may have fewer cells.
    static func lines(_ rows: [[String]], left: Set<Int>) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            let line = zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return left.contains(column) ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    /// With one digit behind the point.
    static func tenths(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
