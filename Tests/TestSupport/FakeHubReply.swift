/// An answer's head, and its body where that is a text.
struct FakeHubReply {
    let text: String

    init(_ status: Int, _ headers: [String: String], _ body: String? = nil) {
        var lines = ["HTTP/1.1 \(status) \(status < 400 ? "Fine" : "Not Fine")"]
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            lines.append("\(name): \(value)")
        }
        if let body { lines.append("Content-Length: \(body.utf8.count)") }
        text = lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")
    }
}

extension ReplayConnection {
    func send(_ reply: FakeHubReply) -> Bool { send(reply.text) }
}

extension ReplayRequest {
    /// What the request line asks for.
    public var target: String {
        head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    }

    /// Names in lower case.
    public var headers: [String: String] {
        var headers: [String: String] = [:]
        for line in head.split(separator: "\r\n").dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            headers[line[..<colon].lowercased()] = String(value)
        }
        return headers
    }
}
