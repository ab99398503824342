import CCurl

/// A transfer in libcurl's hands; lives on the engine's thread alone.
final class RunningTransfer {
    let transfer: Transfer
    let easy: UnsafeMutableRawPointer
    /// Why we ended it ourselves, which libcurl reports as a failed write.
    private var ownFailure: HTTPFailure?
    private var headers: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>
    private var head = HTTPHeadParser()
    private var hasHead = false
    private var isHeldBack = false
    private var isDraining = false
    /// When it counts as timed out, unless bytes arrive before; nil waits for ever.
    private(set) var deadline: ContinuousClock.Instant?
    private let round: LoopRound
    /// Its connection's socket; -1 while it has none.
    var socket: Int32 = -1
    /// While the system shows nothing of what comes, because it is less than the consumer waits for:
    /// when to look all the same.
    private(set) var heldUntil: ContinuousClock.Instant?

    init(_ transfer: Transfer, round: LoopRound) throws(HTTPFailure) {
        guard let easy = curl_easy_init() else {
            throw HTTPFailure(.other, "out of memory for libcurl")
        }
        self.transfer = transfer
        self.easy = easy
        self.round = round
        deadline = transfer.request.timeouts.head.map { round.now + $0 }
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        try configure(transfer.request)
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headers)
        errorText.deallocate()
    }

    private func configure(_ request: HTTPRequest) throws(HTTPFailure) {
        let connect = request.timeouts.connect.milliseconds
        var codes = [
            ccurl_set_error_buffer(easy, errorText),
            ccurl_set_string(easy, CURLOPT_URL, request.url),
            ccurl_set_owner(easy, Unmanaged.passUnretained(self).toOpaque()),
            ccurl_allow_only_http(easy),
            ccurl_set_long(easy, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            ccurl_set_long(easy, CURLOPT_NOSIGNAL, 1),
            ccurl_set_long(easy, CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(connect))),
            // A host that dies without a word is noticed within half a minute.
            ccurl_set_long(easy, CURLOPT_TCP_KEEPALIVE, 1),
            ccurl_set_long(easy, CURLOPT_TCP_KEEPIDLE, 15),
            ccurl_set_long(easy, CURLOPT_TCP_KEEPINTVL, 5),
            ccurl_set_callbacks(
                easy, headArrived, bodyArrived, Unmanaged.passUnretained(self).toOpaque()),
        ]
        ccurl_leave_resolver_behind(easy)
        switch request.proxy {
        case .none: codes.append(ccurl_set_string(easy, CURLOPT_PROXY, ""))
        // The proxy's own "200 Connection established" is no answer of the server.
        case .environment: codes.append(ccurl_set_long(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1))
        }
        if let authorities = request.authorities {
            codes.append(ccurl_set_string(easy, CURLOPT_CAINFO, authorities))
        }
        if let body = request.body {
            // The smallest upload buffer: requests are small and there may be thousands.
            codes.append(ccurl_set_long(easy, CURLOPT_UPLOAD_BUFFERSIZE, 16 << 10))
            codes.append(ccurl_set_long(easy, CURLOPT_POST, 1))
            // An empty array may have no address, and libcurl reads its input where there is none.
            let code = body.withUnsafeBytes {
                ccurl_set_body(
                    easy, $0.baseAddress ?? UnsafeRawPointer(errorText), curl_off_t($0.count))
            }
            codes.append(code)
        }
        if request.method == "HEAD" {
            codes.append(ccurl_set_long(easy, CURLOPT_NOBODY, 1))
        } else if request.method != (request.body == nil ? "GET" : "POST") {
            codes.append(ccurl_set_string(easy, CURLOPT_CUSTOMREQUEST, request.method))
        }
        // No pause for "100 Continue" before a long prompt is sent.
        headers = curl_slist_append(headers, "Expect:")
        for field in request.headers.fields {
            // "Name:" alone would remove the field; ";" sends it empty.
            let line = field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
            headers = curl_slist_append(headers, line)
        }
        codes.append(ccurl_set_headers(easy, headers))
        if let code = codes.first(where: { $0 != CURLE_OK }) { throw failure(code) }
    }

    /// Has the system gather so many bytes before it tells of any.
    private func hold(_ bytes: Int) {
        guard ccurl_set_low_water(socket, Int32(clamping: bytes)) else { return }
        let until = round.now + HTTPBody.longestHold
        heldUntil = until
        round.holds(transfer.id, until: until)
    }

    /// Has the system tell of each byte again, also of those that are there already.
    func release() {
        guard heldUntil != nil else { return }
        heldUntil = nil
        _ = ccurl_set_low_water(socket, 1)
    }

    /// The connection is not its own any more, and serves the next transfer as any other.
    func left() {
        release()
        socket = -1
    }

    /// Lets libcurl go on. What it held back arrives within this call.
    func resume() {
        isHeldBack = false
        progressed()
        curl_easy_pause(easy, CURLPAUSE_CONT)
    }

    /// Gives the rest of the body one second to go by.
    func drain() {
        release()
        isDraining = true
        deadline = round.now + .seconds(1)
        resume()
    }

    /// A time before which it cannot be late, whatever happens; nil when it never can.
    var earliestDeadline: ContinuousClock.Instant? {
        deadline ?? transfer.request.timeouts.idle.map { round.now + $0 }
    }

    /// What libcurl's result means for the consumer.
    func result(_ code: CURLcode) -> Result<Void, HTTPFailure> {
        code == CURLE_OK ? .success(()) : .failure(failure(code))
    }

    var timeout: HTTPFailure {
        let request = transfer.request
        return if hasHead {
            HTTPFailure(
                .idleTimedOut,
                "\(request.origin) sent nothing for \(request.timeouts.idle ?? .zero)")
        } else {
            HTTPFailure(
                .headTimedOut,
                "\(request.origin) did not answer within \(request.timeouts.head ?? .zero)")
        }
    }

    private func failure(_ code: CURLcode) -> HTTPFailure {
        ownFailure
            ?? HTTPFailure(
                code, origin: transfer.request.origin, detail: String(cString: errorText),
                osError: Int32(truncatingIfNeeded: ccurl_os_errno(easy)),
                connect: transfer.request.timeouts.connect)
    }

    private func progressed() {
        guard hasHead, !isDraining else { return }
        deadline = isHeldBack ? nil : transfer.request.timeouts.idle.map { round.now + $0 }
    }

    // MARK: Called by libcurl

    fileprivate func arrived(headerLine line: UnsafeBufferPointer<UInt8>) -> Int {
        switch head.push(line: line) {
        case .more: break
        case .complete(let head):
            hasHead = true
            progressed()
            transfer.arrived(head)
            round.hasNews(transfer)
        case .tooLarge:
            ownFailure = HTTPFailure(
                .headTooLarge,
                "the head of the answer of \(transfer.request.origin) is longer than "
                    + "\(HTTPHeadParser.limit) bytes")
            return 0
        }
        return line.count
    }

    fileprivate func arrived(body bytes: UnsafeBufferPointer<UInt8>) -> Int {
        switch transfer.arrived(bytes) {
        case .taken:
            progressed()
            release()
            round.hasNews(transfer)
            return bytes.count
        case .passed(let next):
            progressed()
            if next > 1 { hold(next) } else { release() }
            return bytes.count
        case .full:
            isHeldBack = true
            progressed()
            return Int(CURL_WRITEFUNC_PAUSE)
        case .unwanted:
            ownFailure = .cancelled
            return 0
        }
    }
}

private func headArrived(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    handOver(bytes, size * count, context) { $0.arrived(headerLine: $1) }
}

private func bodyArrived(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    handOver(bytes, size * count, context) { $0.arrived(body: $1) }
}

private func handOver(
    _ bytes: UnsafeMutablePointer<CChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?,
    to receive: (RunningTransfer, UnsafeBufferPointer<UInt8>) -> Int
) -> Int {
    guard let context, let bytes, count > 0 else { return count }
    let running = Unmanaged<RunningTransfer>.fromOpaque(context).takeUnretainedValue()
    return bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
        receive(running, UnsafeBufferPointer(start: $0, count: count))
    }
}

extension Duration {
    var microseconds: Int64 {
        components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    }

    /// Rounded up, so that who waits that long is not early.
    var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    }
}
