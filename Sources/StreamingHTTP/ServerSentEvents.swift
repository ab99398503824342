import Glibc

/// One event of a `text/event-stream`.
public struct ServerSentEvent: Sendable, Hashable {
    /// The `event:` field, or nil.
    public var name: String?
    /// The `data:` lines, joined by line feeds; UTF-8, unchecked.
    public var data: ArraySlice<UInt8>

    public init(name: String? = nil, data: ArraySlice<UInt8>) {
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
///
/// Most events come whole and have one line of data: that is handed on where it lies, uncopied.
public struct ServerSentEvents: Sendable {
    private let limit: Int
    /// The beginning of a line whose end has not arrived.
    private var line: [UInt8] = []
    private var name: String?
    private var data: ArraySlice<UInt8>?
    private var endedInCR = false
    private var isFirstLine = true
    /// Comments so far: signs of life, but none of progress.
    public private(set) var comments = 0

    /// True when all that came was whole events.
    public var isBetweenEvents: Bool { line.isEmpty && data == nil }

    /// - Parameter limit: the most bytes an event may have, its line in the making included.
    public init(limit: Int = 1 << 20) { self.limit = limit }

    /// Calls `body` for each event that further bytes complete.
    public mutating func push(
        _ bytes: [UInt8], _ body: (ServerSentEvent) -> Void
    ) throws(ServerSentEventTooLarge) {
        var start = 0
        if endedInCR, let first = bytes.first {
            endedInCR = false
            if first == UInt8(ascii: "\n") { start = 1 }
        }
        var ends = LineEnds()
        while let end = ends.next(in: bytes, from: start) {
            if let event = try take(bytes[start..<end]) { body(event) }
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
        // What has to wait keeps no other bytes alive.
        if let data { self.data = Array(data)[...] }
    }

    /// Takes the end of a line, without its line break, and returns the event that it ends.
    private mutating func take(
        _ end: ArraySlice<UInt8>
    ) throws(ServerSentEventTooLarge) -> ServerSentEvent? {
        try check(adding: end.count)
        guard !line.isEmpty else { return interpret(end) }
        let whole = line + end
        line = []
        return interpret(whole[...])
    }

    private func check(adding count: Int) throws(ServerSentEventTooLarge) {
        guard line.count + (data?.count ?? 0) + count <= limit else {
            throw ServerSentEventTooLarge(limit: limit)
        }
    }

    private mutating func interpret(_ line: ArraySlice<UInt8>) -> ServerSentEvent? {
        var line = line
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        }
        guard let first = line.first else {
            defer { (name, data) = (nil, nil) }
            return data.map { ServerSentEvent(name: name, data: $0) }
        }
        guard first != UInt8(ascii: ":") else {
            comments += 1
            return nil
        }
        if let value = line.value(of: "data") {
            if data == nil {
                data = value
            } else {
                data!.append(UInt8(ascii: "\n"))
                data! += value
            }
        } else if let value = line.value(of: "event") {
            name = String(decoding: value, as: UTF8.self)
        }
        return nil
    }
}

/// Finds the ends of lines; each byte is looked at once for each of the two kinds.
private struct LineEnds {
    private var feed = -1
    private var carriage = -1

    /// The index of the next LF or CR, or nil. `start` never goes back.
    mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
        if feed < start { feed = Self.find("\n", in: bytes, from: start) }
        if carriage < start { carriage = Self.find("\r", in: bytes, from: start) }
        let end = min(feed, carriage)
        return end < bytes.count ? end : nil
    }

    /// The number of bytes where there is none.
    private static func find(_ end: Unicode.Scalar, in bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, start < bytes.count else { return bytes.count }
            let found = memchr(base + start, Int32(end.value), bytes.count - start)
            return found.map { UnsafeRawPointer($0) - base } ?? bytes.count
        }
    }
}

extension ArraySlice<UInt8> {
    /// What stands behind the field's name and its colon, without one leading space; nothing where
    /// there is no colon; nil for a line of another field.
    fileprivate func value(of field: StaticString) -> ArraySlice<UInt8>? {
        let isField = withUnsafeBytes { line in
            line.count >= field.utf8CodeUnitCount
                && memcmp(line.baseAddress!, field.utf8Start, field.utf8CodeUnitCount) == 0
        }
        guard isField else { return nil }
        let rest = dropFirst(field.utf8CodeUnitCount)
        guard let colon = rest.first else { return rest }
        guard colon == UInt8(ascii: ":") else { return nil }
        let value = rest.dropFirst()
        return value.first == UInt8(ascii: " ") ? value.dropFirst() : value
    }
}
