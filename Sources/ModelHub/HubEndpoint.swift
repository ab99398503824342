import StreamingHTTP

/// The address of the hub, or of a mirror that answers as it does.
public struct HubEndpoint: Sendable, Hashable {
    /// Without a slash at its end.
    let url: String

    /// The public hub.
    public static let hub = HubEndpoint(checked: "https://huggingface.co")

    /// - Throws: ``HubFailure`` of kind `invalidName` for what is no http or https URL of a server.
    public init(_ text: String) throws(HubFailure) {
        var url = text
        while url.hasSuffix("/") { url.removeLast() }
        let scheme = url.prefix { $0 != ":" }.lowercased()
        let rest = url.dropFirst(scheme.count)
        guard scheme == "http" || scheme == "https", rest.hasPrefix("://"), rest.count > 3,
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !url.contains(where: { "?#".contains($0) })
        else {
            throw HubFailure(.invalidName, "the endpoint \(text.quoted) is no http or https URL")
        }
        self.url = url
    }

    private init(checked url: String) { self.url = url }

    /// Scheme, host and port, as messages name them.
    public var origin: String { HTTPRequest(url: url).origin }

    /// Where a repository's commit and files are told.
    func snapshot(_ repository: HubRepository, _ revision: HubRevision) -> String {
        // With "blobs" the files' sizes and checksums are told too.
        "\(url)/api/models/\(repository)/revision/\(revision.description.percentEncoded)?blobs=true"
    }

    func file(_ name: HubFileName, of repository: HubRepository, at commit: String) -> String {
        let path = name.description.split(separator: "/").map { String($0).percentEncoded }
        return "\(url)/\(repository)/resolve/\(commit)/\(path.joined(separator: "/"))"
    }
}
