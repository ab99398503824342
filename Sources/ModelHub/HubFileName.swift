/// The place of a file in a repository, such as `config.json` or `onnx/model.onnx`.
public struct HubFileName: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// - Throws: ``HubFailure`` of kind `invalidName` for what could lead out of a folder: absolute
    ///   paths, `.` and `..`, backslashes, control characters.
    public init(_ text: String) throws(HubFailure) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isGood =
            text.utf8.count <= 1024
            && parts.allSatisfy { !["", ".", ".."].contains($0) && $0.utf8.count <= 200 }
            && text.unicodeScalars.allSatisfy {
                $0 != "\\" && $0.properties.generalCategory != .control
            }
        guard isGood else {
            throw HubFailure(.invalidName, "\(text.quoted) is no name of a file in a repository")
        }
        description = text
    }
}
