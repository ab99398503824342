import Foundation

/// Reports as JSON: names in snake_case and in order.
enum ReportJSON {
    /// - Parameter lines: On several lines, for people; else on one.
    static func text(_ report: some Encodable, lines: Bool = true) throws -> String {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if lines { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}
