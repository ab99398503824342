/// A branch, a tag or a commit.
public struct HubRevision: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    public static let main = HubRevision(checked: "main")

    /// - Throws: ``HubFailure`` of kind `invalidName` for what git takes for no revision.
    public init(_ text: String) throws(HubFailure) {
        let unwanted = Array("~^:?*[\\".utf8)
        let isGood =
            (1...255).contains(text.utf8.count) && !text.contains("..") && !text.hasPrefix("-")
            && !text.hasPrefix("/") && !text.hasSuffix("/")
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !unwanted.contains($0) }
        guard isGood else {
            throw HubFailure(.invalidName, "\(text.quoted) is no revision")
        }
        description = text
    }

    private init(checked text: String) { description = text }
}
