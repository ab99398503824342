import Foundation

/// A module's sources, and what they import.
struct Module {
    let name: String
    let imports: Set<String>

    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All folders of Sources, C modules too.
    static func all() throws -> [Module] {
        let sources = root.appendingPathComponent("Sources")
        return try FileManager.default.contentsOfDirectory(atPath: sources.path).sorted().map { name in
            Module(name: name, imports: try imports(in: sources.appendingPathComponent(name)))
        }
    }

    private static func imports(in folder: URL) throws -> Set<String> {
        var found: Set<String> = []
        let files = FileManager.default.enumerator(atPath: folder.path)
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            let lines = /(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public |package |internal |private |fileprivate )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/
            for match in text.matches(of: lines) { found.insert(String(match.1)) }
        }
        return found
    }
}
