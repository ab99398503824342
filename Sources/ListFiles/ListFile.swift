import Foundation

/// A small file that people edit while programs read it again and again.
package enum ListFile {
    private static let maximumSize = 1 << 20

    /// What is wrong, to stand behind the file's name.
    package enum Fault: String, Error {
        case unreadable = "cannot be read"
        case tooLong = "has more than 1 MiB"
    }

    package static func read(_ path: String) throws(Fault) -> Data {
        let content: Data
        do {
            // Data(contentsOf:) of Swift 6.3 leaks 4 KiB each time where the file is empty.
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? file.close() }
            content = try file.read(upToCount: maximumSize + 1) ?? Data()
        } catch { throw .unreadable }
        guard content.count <= maximumSize else { throw .tooLong }
        return content
    }
}
