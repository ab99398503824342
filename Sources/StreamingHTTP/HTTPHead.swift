/// Status and header fields of a response.
struct HTTPHead: Sendable, Hashable {
    var status: Int
    var headers: HTTPHeaders
}

/// Puts a head together from the lines that libcurl hands out.
///
/// Interim answers (1xx) are passed over; trailers after the head are ignored.
struct HTTPHeadParser {
    enum Step: Equatable {
        case more
        case complete(HTTPHead)
        case tooLarge
    }

    static let limit = 64 << 10

    private var head = HTTPHead(status: 0, headers: [:])
    private var bytes = 0
    private var isComplete = false

    mutating func push(line: some BidirectionalCollection<UInt8>) -> Step {
        guard !isComplete else { return .more }
        bytes += line.count
        guard bytes <= Self.limit else { return .tooLarge }
        let line = line.trimmed
        if line.starts(with: "HTTP/".utf8) {
            let status = line.split(separator: UInt8(ascii: " ")).dropFirst().first
            head = HTTPHead(status: status.flatMap { Int($0.text) } ?? 0, headers: [:])
        } else if line.isEmpty {
            guard head.status >= 200 else { return .more }
            isComplete = true
            return .complete(head)
        } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
            let value = line[line.index(after: colon)...].trimmed
            head.headers.append(line[..<colon].text, value.text)
        }
        return .more
    }
}

extension BidirectionalCollection<UInt8> {
    /// Without spaces, tabs and line ends around it.
    fileprivate var trimmed: SubSequence {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let last = lastIndex(where: { !isSpace($0) }) else { return self[endIndex...] }
        return self[...last].drop(while: isSpace)
    }

    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
