import CCurl
import Glibc

extension HTTPFailure {
    /// The failure that a result of libcurl stands for.
    ///
    /// - Parameters:
    ///   - detail: libcurl's own words, may be empty.
    ///   - osError: `errno` of the last failed connect, or 0.
    init(_ code: CURLcode, origin: String, detail: String, osError: Int32, connect: Duration) {
        let words = detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail
        let reason = osError == 0 ? words : String(cString: strerror(osError)).lowercasedFirst
        switch code {
        case CURLE_URL_MALFORMAT:
            self.init(.invalidRequest, "\(origin) is no usable URL: \(words)")
        case CURLE_COULDNT_RESOLVE_HOST:
            self.init(.couldNotResolve, "could not resolve the host name of \(origin)")
        case CURLE_COULDNT_RESOLVE_PROXY:
            self.init(
                .couldNotResolve, "could not resolve the host name of the proxy to \(origin)")
        case CURLE_COULDNT_CONNECT where osError == ECONNREFUSED:
            self.init(.connectionRefused, "could not connect to \(origin): connection refused")
        case CURLE_COULDNT_CONNECT:
            self.init(.couldNotConnect, "could not connect to \(origin): \(reason)")
        case CURLE_OPERATION_TIMEDOUT:
            // No other of libcurl's own time limits is set.
            self.init(.connectTimedOut, "could not connect to \(origin) within \(connect)")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            self.init(.tls, "no secure connection to \(origin): \(words)")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY:
            self.init(.notHTTP, "\(origin) answers, but not in HTTP")
        case CURLE_GOT_NOTHING:
            self.init(.connectionLost, "\(origin) closed the connection without an answer")
        case CURLE_PARTIAL_FILE:
            self.init(.connectionLost, "\(origin) closed the connection within its answer")
        case CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            self.init(.connectionLost, "the connection to \(origin) was lost: \(reason)")
        default:
            self.init(.other, "the transfer from \(origin) failed: \(words)")
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
