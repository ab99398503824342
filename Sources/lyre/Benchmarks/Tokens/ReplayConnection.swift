import Foundation
import LyreRPC
import Orpheus

/// One connection of the replay: reads a request, then says its stream's tokens, one a turn.
final class ReplayConnection {
    /// What became of bytes that came in.
    enum Step {
        case more
        /// A whole request, with its seed.
        case request(seed: Int)
        /// What came is no request for a completion.
        case refused
    }

    private static let requestLimit = 64 << 10

    let descriptor: Int32
    /// The stream that it says, which is its place on the wheel; nil while it says none.
    private(set) var place: Int?
    private var unread: [UInt8] = []
    private var next = 0
    private var times: SentTimes?
    /// What the socket had no room for.
    private var unsent: [UInt8] = []

    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    // MARK: Requests

    /// Takes what has come; nil when the client is gone.
    func receive() -> Step? {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        guard count > 0 else { return count < 0 && errno == EAGAIN ? .more : nil }
        unread += buffer[..<count]
        guard place == nil, let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) else {
            return unread.count < Self.requestLimit ? .more : nil
        }
        let head = String(decoding: unread[..<end.lowerBound], as: UTF8.self).lowercased()
        let length =
            head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
        guard length < Self.requestLimit else { return nil }
        guard unread.count >= end.upperBound + length else { return .more }
        let body = Data(unread[end.upperBound..<(end.upperBound + length)])
        unread.removeFirst(end.upperBound + length)
        let request = try? JSONDecoder().decode(Request.self, from: body)
        guard let request, head.hasPrefix("post /v1/completions ") else { return .refused }
        return .request(seed: request.seed)
    }

    private struct Request: Decodable {
        let seed: Int
    }

    // MARK: Answers

    func refuse(_ status: String, _ reason: String) {
        let body =
            #"{"error":{"message":"\#(reason)","type":"BadRequestError","code":\#(status.prefix(3))}}"#
        send(
            Array(
                """
                HTTP/1.1 \(status)\r
                content-type: application/json\r
                content-length: \(body.utf8.count)\r
                \r
                \(body)
                """.utf8))
    }

    /// Begins a stream: the head of its answer leaves at once.
    func begin(stream: Int, times: SentTimes) {
        (place, self.times, next) = (stream, times, 0)
        send(ReplayScript.head)
    }

    /// Says the next token.
    /// - Returns: true when it was the last one.
    func turn(_ script: ReplayScript, now: Instant) -> Bool {
        guard let stream = place else { return true }
        defer { next += 1 }
        if next == script.tokens - 1 {
            send(script.ending)
            place = nil
            return true
        }
        if next % Slot.count == Slot.count - 1 { times?.append(now) }
        if next == 0 {
            send(script.opening(of: stream))
        } else {
            script.withEvent(next, of: stream) { send($0) }
        }
        return false
    }

    private func send(_ bytes: [UInt8]) { bytes.withUnsafeBytes { send($0) } }

    /// Sends without waiting; what does not fit goes before what is sent next. Whether the client
    /// is gone shows when its end is read.
    private func send(_ bytes: UnsafeRawBufferPointer) {
        if !unsent.isEmpty {
            unsent += bytes
            let waiting = unsent
            unsent = []
            return waiting.withUnsafeBytes { put($0) }
        }
        put(bytes)
    }

    private func put(_ bytes: UnsafeRawBufferPointer) {
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        let sent = Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
        if sent < bytes.count { unsent += bytes.dropFirst(max(0, sent)) }
    }
}
