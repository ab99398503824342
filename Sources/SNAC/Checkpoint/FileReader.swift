import Foundation

/// Reads a file of a model folder.
enum FileReader {
    /// - Throws: ``CheckpointError`` where it is missing, unreadable or larger than `limit` bytes.
    static func read(_ url: URL, limit: Int) throws(CheckpointError) -> Data {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw CheckpointError("there is no \(url.path)")
        }
        guard !isFolder.boolValue else { throw CheckpointError("\(url.path) is a folder") }
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
            if let size = attributes[.size] as? Int, size > limit {
                throw CheckpointError(
                    "\(url.path) has \(size) bytes; at most \(limit) are read")
            }
            return try Data(contentsOf: url)
        } catch let error as CheckpointError {
            throw error
        } catch {
            throw CheckpointError("cannot read \(url.path)")
        }
    }
}
