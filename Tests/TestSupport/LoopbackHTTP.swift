import NIOCore
import NIOPosix

/// A client for tests: one request a connection, to this machine, with the bytes in plain sight.
public enum LoopbackHTTP {
    /// A complete answer.
    public struct Reply: Sendable {
        public let status: Int
        /// Names in lower case.
        public let headers: [String: String]
        public let body: String
    }

    public static func get(_ path: String, port: Int) async throws -> Reply {
        try await send("GET", path, port: port)
    }

    /// Sends a request and reads the answer to its end.
    public static func send(
        _ method: String, _ path: String, port: Int, headers: [String: String] = [:],
        body: String = ""
    ) async throws -> Reply {
        try await whileOpen(method, path, port: port, headers: headers, body: body) { lines in
            let text = try await lines.rest()
            return Reply(status: lines.status, headers: lines.headers, body: text)
        }
    }

    /// Sends a request, reads the head of the answer, and leaves when `use` returns.
    public static func whileOpen<Result: Sendable>(
        _ method: String, _ path: String, port: Int, headers: [String: String] = [:],
        body: String = "",
        use: (inout Lines) async throws -> Result
    ) async throws -> Result {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var head =
                "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            head += "Content-Length: \(body.utf8.count)\r\n\r\n"
            try await outbound.write(ByteBuffer(string: head + body))
            var lines = try await Lines(inbound.makeAsyncIterator())
            return try await use(&lines)
        }
    }

    /// The lines of a body, as they arrive.
    public struct Lines {
        public private(set) var status = 0
        public private(set) var headers: [String: String] = [:]
        private var source: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
        private var bytes = ByteBuffer()
        private var body = ByteBuffer()
        /// Bytes of the chunk that are still to come; nil when the body is not in chunks.
        private var chunk: Int?
        private var ended = false

        init(_ source: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator) async throws {
            self.source = source
            while let line = try await rawLine(), !line.isEmpty {
                if status == 0 {
                    status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? -1
                } else if let colon = line.firstIndex(of: ":") {
                    let value = line[line.index(after: colon)...].drop { $0 == " " }
                    headers[line[..<colon].lowercased()] = String(value)
                }
            }
            if headers["transfer-encoding"] == "chunked" { chunk = 0 }
        }

        /// The next line without its end; nil at the end of the body.
        public mutating func next() async throws -> String? {
            while true {
                if let line = Self.takeLine(from: &body) { return line }
                guard !ended else {
                    let rest = String(buffer: body)
                    body.clear()
                    return rest.isEmpty ? nil : rest
                }
                try await readBody()
            }
        }

        /// What is left of the body, as it is.
        public mutating func rest() async throws -> String {
            while !ended { try await readBody() }
            defer { body.clear() }
            return String(buffer: body)
        }

        private mutating func readBody() async throws {
            guard let left = chunk else {
                if bytes.readableBytes == 0 { ended = try await !readMore() }
                body.writeBuffer(&bytes)
                return
            }
            if left > 0 {
                if bytes.readableBytes == 0, try await !readMore() { return ended = true }
                var part = bytes.readSlice(length: min(left, bytes.readableBytes))!
                chunk = left - part.readableBytes
                body.writeBuffer(&part)
                if chunk == 0 { _ = try await rawLine() }
            } else {
                let size = try await rawLine().flatMap { Int($0, radix: 16) } ?? 0
                chunk = size
                ended = size == 0
            }
        }

        private mutating func rawLine() async throws -> String? {
            while true {
                if let line = Self.takeLine(from: &bytes) {
                    return line.unicodeScalars.last == "\r"
                        ? String(line.unicodeScalars.dropLast()) : line
                }
                guard try await readMore() else { return nil }
            }
        }

        private mutating func readMore() async throws -> Bool {
            guard var more = try await source.next() else { return false }
            bytes.writeBuffer(&more)
            return true
        }

        private static func takeLine(from buffer: inout ByteBuffer) -> String? {
            guard let end = buffer.readableBytesView.firstIndex(of: UInt8(ascii: "\n")) else {
                return nil
            }
            let line = buffer.readString(length: end - buffer.readerIndex)
            buffer.moveReaderIndex(forwardBy: 1)
            return line
        }
    }
}
