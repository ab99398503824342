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

    mutating func push(line: some Collection<UInt8>) -> Step {
        guard !isComplete else { return .more }
        bytes += line.count
        guard bytes <= Self.limit else { return .tooLarge }
        let text = String(decoding: line, as: UTF8.self).trimmed
        if text.hasPrefix("HTTP/") {
            let status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            head = HTTPHead(status: status ?? 0, headers: [:])
        } else if text.isEmpty {
            guard head.status >= 200 else { return .more }
            isComplete = true
            return .complete(head)
        } else if let colon = text.firstIndex(of: ":") {
            head.headers.append(
                String(text[..<colon]), String(text[text.index(after: colon)...]).trimmed)
        }
        return .more
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
