import CCurl

/// A URL taken apart by libcurl, so that we judge it as the transfer will read it.
struct HTTPLocation: Sendable, Hashable {
    /// Absolute, without its fragment.
    let url: String
    let scheme: String
    /// Scheme, host and port; the scheme's own port where none is named.
    let origin: String

    /// - Parameter base: What a relative URL starts from; nil takes absolute ones alone.
    /// - Returns: nil for what is no http or https URL.
    init?(_ text: String, relativeTo base: HTTPLocation? = nil) {
        guard let parts = curl_url() else { return nil }
        defer { curl_url_cleanup(parts) }
        if let base, curl_url_set(parts, CURLUPART_URL, base.url, 0) != CURLUE_OK { return nil }
        guard curl_url_set(parts, CURLUPART_URL, text, 0) == CURLUE_OK else { return nil }
        _ = curl_url_set(parts, CURLUPART_FRAGMENT, nil, 0)
        guard let scheme = Self.part(CURLUPART_SCHEME, of: parts)?.lowercased(),
            scheme == "http" || scheme == "https",
            let host = Self.part(CURLUPART_HOST, of: parts)?.lowercased(),
            let port = Self.part(CURLUPART_PORT, of: parts),
            let url = Self.part(CURLUPART_URL, of: parts)
        else { return nil }
        self.url = url
        self.scheme = scheme
        origin = "\(scheme)://\(host):\(port)"
    }

    private static func part(_ part: CURLUPart, of parts: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        // The default port belongs to what tells two servers apart, not to a URL that is sent.
        let flags = part == CURLUPART_PORT ? UInt32(CURLU_DEFAULT_PORT) : 0
        guard curl_url_get(parts, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
