import StreamingHTTP

/// A file on its way: its bytes, or those from some place on.
struct HubAnswer: Sendable {
    /// Of the whole file.
    let digest: HubDigest
    /// Bytes of the whole file; nil when nobody says.
    let size: Int?
    /// The place of the body's first byte.
    let start: Int
    /// By which the server that has the bytes knows this version; nil where it promises nothing.
    let etag: String?
    let body: HTTPBody
    /// The server that sends the bytes.
    let origin: String

    /// Reads the header fields of all servers on the way.
    ///
    /// The hub names the checksum and the length of a large file where it redirects; the `ETag` of
    /// the store behind it is that store's own affair. A small file's `ETag` is its checksum.
    init(_ trail: HTTPTrail, file: HubFile) throws(HubFailure) {
        let headers = trail.response.headers
        let named = trail.header("X-Linked-ETag").flatMap(HubDigest.init(etag:)) ?? file.digest
        guard let digest = named ?? headers["ETag"].flatMap(HubDigest.init(etag:)) else {
            throw HubFailure(
                .badAnswer,
                "\(trail.origin) tells no checksum of '\(file.name)', so that it cannot be checked")
        }
        let range = trail.response.status == 206 ? ContentRange(headers["Content-Range"]) : nil
        guard trail.response.status != 206 || range != nil else {
            throw HubFailure(
                .badAnswer, "\(trail.origin) does not say which part of '\(file.name)' it sends")
        }
        let linked = trail.header("X-Linked-Size").flatMap(Int.init(length:))
        let sent = range.map(\.size) ?? headers["Content-Length"].flatMap(Int.init(length:))
        if let told = linked ?? file.size, let sent, told != sent {
            throw HubFailure(
                .badAnswer,
                "'\(file.name)' has \(told) bytes, but \(trail.origin) means to send \(sent)")
        }
        self.digest = digest
        size = linked ?? sent ?? file.size
        start = range?.start ?? 0
        etag = headers["ETag"].flatMap { $0.hasPrefix("\"") ? $0 : nil }
        body = trail.response.body
        origin = trail.origin
    }
}

/// `bytes 100-199/200`.
struct ContentRange: Sendable, Hashable {
    let start: Int
    /// Bytes of the whole; nil for `*`.
    let size: Int?

    init?(_ value: String?) {
        guard
            let match = value?.wholeMatch(of: /bytes ([0-9]{1,18})-([0-9]{1,18})\/([0-9]{1,18}|\*)/)
        else { return nil }
        start = Int(match.1)!
        size = Int(match.3)
    }
}
