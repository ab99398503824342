import CCurl

/// libcurl's set of transfers.
///
/// `@unchecked Sendable` holds because only ``wake`` is called off the engine's thread, which
/// libcurl allows, and ``Mailbox`` keeps it from being called once ``close()`` may run.
final class CurlMulti: @unchecked Sendable {
    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    let handle: UnsafeMutableRawPointer

    init() {
        precondition(Self.isReady, "libcurl does not start")
        guard let handle = curl_multi_init() else {
            preconditionFailure("out of memory for libcurl")
        }
        self.handle = handle
    }

    var wake: @Sendable () -> Void {
        { [self] in _ = curl_multi_wakeup(handle) }
    }

    func perform() {
        var running: Int32 = 0
        let code = curl_multi_perform(handle, &running)
        precondition(
            code == CURLM_OK, "curl_multi_perform: \(String(cString: curl_multi_strerror(code)))")
    }

    /// Waits for sockets, libcurl's own timers, ``wake`` or a time.
    func poll(milliseconds: Int32) {
        _ = curl_multi_poll(handle, nil, 0, milliseconds, nil)
    }

    func nextEnded() -> (easy: UnsafeMutableRawPointer, result: CURLcode)? {
        var result = CURLE_OK
        return ccurl_next_ended(handle, &result).map { ($0, result) }
    }

    func close() { curl_multi_cleanup(handle) }
}
