import Foundation

/// A request as it came over the wire.
public struct ReplayRequest: Sendable {
    /// The request line and the header lines.
    public let head: String
    public let body: [UInt8]
}

/// One connection of a ``ReplayServer``, to be used by its script's thread; closed when let go of.
public final class ReplayConnection {
    /// 0 for the first connection of the server.
    public let number: Int
    private let socket: Int32
    private var unread: [UInt8] = []

    init(socket: Int32, number: Int) {
        self.socket = socket
        self.number = number
        // What was sent has left, as with the servers that are replayed here, also before a reset.
        var on: Int32 = 1
        setsockopt(
            socket, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout.size(ofValue: on)))
    }

    deinit { close(socket) }

    /// The next request, its body included; nil when the client has closed the connection.
    public func readRequest() -> ReplayRequest? {
        let separator = Array("\r\n\r\n".utf8)
        var end: Range<Int>?
        while true {
            end = unread.firstRange(of: separator)
            if end != nil { break }
            guard receive() else { return nil }
        }
        guard let end else { return nil }
        let head = String(decoding: unread[..<end.lowerBound], as: UTF8.self)
        let length =
            head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].trimmingCharacters(in: .whitespaces)) } ?? 0
        while unread.count < end.upperBound + length {
            guard receive() else { return nil }
        }
        let body = Array(unread[end.upperBound..<(end.upperBound + length)])
        unread.removeFirst(end.upperBound + length)
        return ReplayRequest(head: head, body: body)
    }

    /// - Returns: false when the client takes no more.
    @discardableResult
    public func send(_ bytes: some Sequence<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    @discardableResult
    public func send(_ text: String) -> Bool { send(text.utf8) }

    /// Sends a chunk of a chunked body.
    @discardableResult
    public func send(chunk: some Collection<UInt8>) -> Bool {
        send("\(String(chunk.count, radix: 16))\r\n") && send(chunk) && send("\r\n")
    }

    @discardableResult
    public func send(chunk: String) -> Bool { send(chunk: chunk.utf8) }

    /// Blocks until the client has closed the connection.
    public func waitForClose() {
        while receive() {}
    }

    /// Ends the connection with a reset, as a killed process does.
    public func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(
            socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        // The descriptor is closed by deinit, and with it the connection is reset.
    }

    private func receive() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(socket, &buffer, buffer.count, 0)
        guard count > 0 else { return false }
        unread += buffer[..<count]
        return true
    }
}
