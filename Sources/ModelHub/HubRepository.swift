/// The name of a model's repository, such as `hubertsiuzdak/snac_24khz`.
public struct HubRepository: Sendable, Hashable, CustomStringConvertible {
    public let description: String

    /// - Throws: ``HubFailure`` of kind `invalidName` for what is not `owner/name` or `name`, each
    ///   of letters, digits, `-`, `_` and `.`.
    public init(_ text: String) throws(HubFailure) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(Self.isName) else {
            throw HubFailure(
                .invalidName,
                "\(text.quoted) is no repository: a name such as hubertsiuzdak/snac_24khz is needed"
            )
        }
        description = text
    }

    /// The last part of the name.
    public var name: String { String(description.split(separator: "/").last!) }

    private static func isName(_ part: Substring) -> Bool {
        guard let first = part.utf8.first, part.utf8.count <= 96 else { return false }
        let marks = Array("-_.".utf8)
        return !part.contains("..") && first != UInt8(ascii: ".") && first != UInt8(ascii: "-")
            && part.utf8.allSatisfy { $0.isLetterOrDigit || marks.contains($0) }
    }
}
