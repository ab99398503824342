/// One event of a `text/event-stream`.
public struct ServerSentEvent: Sendable, Hashable {
    /// The `event:` field, or nil.
    public var name: String?
    /// The `data:` lines, joined by line feeds; UTF-8, unchecked.
    public var data: [UInt8]

    public init(name: String? = nil, data: [UInt8]) {
        self.name = name
        self.data = data
    }
}

/// An event, or a line of one, that is longer than the limit.
public struct ServerSentEventTooLarge: Error, Sendable, Hashable, CustomStringConvertible {
    public let limit: Int
    public init(limit: Int) { self.limit = limit }
    public var description: String { "a server-sent event is longer than \(limit) bytes" }
}

/// Reads server-sent events out of bytes that are cut anywhere.
///
/// As the HTML standard has it: lines end in LF, CRLF or CR, a blank line ends an event, comments
/// begin with a colon, a byte order mark at the start is skipped, and an event that the stream's
/// end cuts off does not count. `id:` and `retry:` mean nothing to a client that does not
/// reconnect; they are skipped.
public struct ServerSentEvents: Sendable {
    private let limit: Int
    /// The beginning of a line whose end has not arrived.
    private var line: [UInt8] = []
    private var name: String?
    private var data: [UInt8]?
    private var endedInCR = false
    private var isFirstLine = true
    /// Comments so far: signs of life, but none of progress.
    public private(set) var comments = 0

    /// - Parameter limit: the most bytes an event may have, its line in the making included.
    public init(limit: Int = 1 << 20) { self.limit = limit }

    /// The events that further bytes complete.
    public mutating func push(
        _ bytes: [UInt8]
    ) throws(ServerSentEventTooLarge) -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        var start = 0
        if endedInCR, let first = bytes.first {
            endedInCR = false
            if first == UInt8(ascii: "\n") { start = 1 }
        }
        while let end = Self.lineEnd(in: bytes, from: start) {
            try take(bytes[start..<end], into: &events)
            start = end + 1
            if bytes[end] == UInt8(ascii: "\r") {
                if start == bytes.count {
                    endedInCR = true
                } else if bytes[start] == UInt8(ascii: "\n") {
                    start += 1
                }
            }
        }
        try check(adding: bytes.count - start)
        line += bytes[start...]
        return events
    }

    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                if bytes[index] == 0x0A || bytes[index] == 0x0D { return index }
                index += 1
            }
            return nil
        }
    }

    /// Takes the end of a line, without its line break.
    private mutating func take(
        _ end: ArraySlice<UInt8>, into events: inout [ServerSentEvent]
    ) throws(ServerSentEventTooLarge) {
        try check(adding: end.count)
        if line.isEmpty {
            interpret(end, into: &events)
        } else {
            line += end
            let whole = line[...]
            line = []
            interpret(whole, into: &events)
        }
    }

    private func check(adding count: Int) throws(ServerSentEventTooLarge) {
        guard line.count + (data?.count ?? 0) + count <= limit else {
            throw ServerSentEventTooLarge(limit: limit)
        }
    }

    private mutating func interpret(
        _ line: ArraySlice<UInt8>, into events: inout [ServerSentEvent]
    ) {
        var line = line
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        }
        guard let first = line.first else {
            if let data { events.append(ServerSentEvent(name: name, data: data)) }
            (name, data) = (nil, nil)
            return
        }
        guard first != UInt8(ascii: ":") else {
            comments += 1
            return
        }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == UInt8(ascii: " ") { value = value.dropFirst() }
        switch line[..<colon] {
        case let field where field.elementsEqual("data".utf8):
            if data == nil {
                data = Array(value)
            } else {
                data!.append(UInt8(ascii: "\n"))
                data! += value
            }
        case let field where field.elementsEqual("event".utf8):
            name = String(decoding: value, as: UTF8.self)
        default: break
        }
    }
}
