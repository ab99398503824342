import CCurl

/// libcurl's set of transfers, which tells what it waits for: sockets and a time.
///
/// It lives on the engine's thread alone, within ``CurlLifetime/use(_:)``.
final class CurlMulti {
    private let handle: UnsafeMutableRawPointer
    private let sockets: SocketSet
    private let round: LoopRound
    /// When libcurl wants to be called, whether a socket has news or not; nil for never.
    private(set) var due: ContinuousClock.Instant?

    init(sockets: SocketSet, round: LoopRound) {
        guard let handle = curl_multi_init() else {
            preconditionFailure("out of memory for libcurl")
        }
        self.handle = handle
        self.sockets = sockets
        self.round = round
        let context = Unmanaged.passUnretained(self).toOpaque()
        let code = ccurl_set_multi_callbacks(handle, socketChanged, timeChanged, context)
        precondition(code == CURLM_OK, "libcurl tells nothing of its sockets")
    }

    /// - Returns: false when libcurl takes it not.
    func add(_ easy: UnsafeMutableRawPointer) -> Bool {
        curl_multi_add_handle(handle, easy) == CURLM_OK
    }

    /// A transfer that is not done loses its connection.
    func remove(_ easy: UnsafeMutableRawPointer) { curl_multi_remove_handle(handle, easy) }

    /// Lets libcurl work on a socket that has news.
    func act(on socket: SocketSet.Readiness) {
        var events: Int32 = 0
        if socket.isReadable { events |= CURL_CSELECT_IN }
        if socket.isWritable { events |= CURL_CSELECT_OUT }
        act(socket.descriptor, events)
    }

    /// Lets libcurl do what is due, if anything is.
    func actInTime() {
        // What it does may be due again at once, and has to wait for the next round then.
        guard let due, due <= round.now else { return }
        self.due = nil
        act(CURL_SOCKET_TIMEOUT, 0)
    }

    private func act(_ socket: Int32, _ events: Int32) {
        var running: Int32 = 0
        let code = curl_multi_socket_action(handle, socket, events, &running)
        precondition(
            code == CURLM_OK,
            "curl_multi_socket_action: \(String(cString: curl_multi_strerror(code)))")
    }

    func nextEnded() -> (easy: UnsafeMutableRawPointer, result: CURLcode)? {
        var result = CURLE_OK
        return ccurl_next_ended(handle, &result).map { ($0, result) }
    }

    func close() { curl_multi_cleanup(handle) }

    // MARK: Called by libcurl

    fileprivate func changed(
        _ socket: Int32, of owner: RunningTransfer?, _ wanted: Int32, isKnown: Bool
    ) {
        guard wanted != CURL_POLL_REMOVE else {
            owner?.left()
            return sockets.forget(socket)
        }
        owner?.socket = socket
        if wanted == CURL_POLL_IN { ccurl_acknowledge_less(socket) }
        sockets.watch(
            socket, readable: wanted & CURL_POLL_IN != 0, writable: wanted & CURL_POLL_OUT != 0,
            isKnown: isKnown)
        // Whatever it is, it tells a known socket from a new one.
        curl_multi_assign(handle, socket, UnsafeMutableRawPointer(handle))
    }

    fileprivate func changed(milliseconds: Int) {
        due = milliseconds < 0 ? nil : round.now + .milliseconds(milliseconds)
    }
}

private func socketChanged(
    _ easy: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _ wanted: Int32,
    _ context: UnsafeMutableRawPointer?, _ known: UnsafeMutableRawPointer?
) -> Int32 {
    guard let context else { return 0 }
    // libcurl has handles of its own too, for connections that it closes.
    let owner = ccurl_owner(easy).map {
        Unmanaged<RunningTransfer>.fromOpaque($0).takeUnretainedValue()
    }
    Unmanaged<CurlMulti>.fromOpaque(context).takeUnretainedValue()
        .changed(socket, of: owner, wanted, isKnown: known != nil)
    return 0
}

private func timeChanged(
    _ multi: UnsafeMutableRawPointer?, _ milliseconds: Int, _ context: UnsafeMutableRawPointer?
) -> Int32 {
    guard let context else { return 0 }
    Unmanaged<CurlMulti>.fromOpaque(context).takeUnretainedValue()
        .changed(milliseconds: milliseconds)
    return 0
}
