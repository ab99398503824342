import Foundation
import Orpheus

/// Rows of written and spoken text, from a file with tabs: class, written, spoken; several readings
/// that are accepted stand with ` ||| ` between them. The first line names the columns.
struct ReadingSet {
    struct Row {
        let className: String
        let written: String
        let accepted: [String]
    }

    let name: String
    let language: Voice.Language
    let rows: [Row]

    init(contentsOf file: URL, language: Voice.Language) throws {
        name = file.deletingPathExtension().lastPathComponent
        self.language = language
        // As bytes: a text may hold what Swift takes for one character with the line's end.
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).dropFirst()
        rows = lines.compactMap { line in
            let columns = line.split(
                separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
            )
            .map { String(decoding: $0, as: UTF8.self) }
            guard columns.count >= 3 else { return nil }
            return Row(
                className: columns[0], written: columns[1],
                accepted: columns[2].components(separatedBy: " ||| "))
        }
    }

    /// All sets below a folder, whose subfolders are named as languages are.
    static func all(in folder: URL) throws -> [ReadingSet] {
        try Voice.Language.allCases.flatMap { language in
            let below = folder.appending(path: language.rawValue)
            let files = FileManager.default.enumerator(at: below, includingPropertiesForKeys: nil)
            let tables = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "tsv" } ?? []
            return try tables.sorted { $0.path < $1.path }.map {
                try ReadingSet(contentsOf: $0, language: language)
            }
        }
    }
}
