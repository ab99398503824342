import Synchronization

/// Answers the requests to both servers of a ``FakeHub``.
final class FakeHubDesk: Sendable {
    let requests = Recorder<FakeHub.Request>()
    private let files: [FakeHubFile]
    private let telling: FakeHub.Telling
    private let mirrored: Bool
    private let mishaps = Mutex<[FakeHub.Place: [FakeHub.Mishap]]>([:])

    init(_ files: [FakeHubFile], telling: FakeHub.Telling, mirrored: Bool) {
        self.files = files
        self.telling = telling
        self.mirrored = mirrored
    }

    func plan(_ new: [FakeHub.Mishap], at place: FakeHub.Place) {
        mishaps.withLock { $0[place, default: []] += new }
    }

    /// - Returns: false when the connection is to be closed.
    func answerHub(_ raw: ReplayRequest, on connection: ReplayConnection, store: String) -> Bool {
        let isAPI = raw.target.hasPrefix("/api/models/")
        let (request, mishap) = receive(raw, at: isAPI ? .api : .file)
        switch mishap {
        case .status(let status, let headers):
            return connection.send(FakeHubReply(status, headers, "no"))
        case .says(let text): return connection.send(FakeHubReply(200, [:], text))
        case .redirects(let target):
            return connection.send(FakeHubReply(302, ["Location": target], ""))
        default: break
        }
        if isAPI { return connection.send(FakeHubReply(200, [:], listing)) }
        let resolve = "/\(FakeHub.repository)/resolve/\(FakeHub.commit)/"
        let kept = "/api/resolve-cache/"
        guard
            let file = files.first(where: {
                request.target == resolve + $0.name || request.target == kept + $0.name
            })
        else {
            return connection.send(FakeHubReply(404, ["X-Error-Code": "EntryNotFound"], "no"))
        }
        var headers: [String: String] = [:]
        if telling != .noChecksums {
            headers = [
                "X-Linked-ETag": "\"\(file.digest)\"", "X-Linked-Size": "\(file.bytes.count)",
            ]
        }
        if file.isLarge {
            headers["Location"] = "\(store)/\(file.name)?signed=yes"
            // The hub's own word for the pointer in the file's place.
            headers["ETag"] = "\"\(String(repeating: "0", count: 40))\""
            return connection.send(FakeHubReply(302, headers, "Found. Redirecting."))
        }
        if mirrored, request.target.hasPrefix(resolve) {
            headers["Location"] = kept + file.name
            return connection.send(FakeHubReply(307, headers, "Temporary Redirect."))
        }
        return send(file.bytes, tag: "\"\(file.digest)\"", to: request, mishap, connection)
    }

    func answerStore(_ raw: ReplayRequest, on connection: ReplayConnection) -> Bool {
        let (request, mishap) = receive(raw, at: .store)
        if case .status(let status, let headers) = mishap {
            return connection.send(FakeHubReply(status, headers, "no"))
        }
        guard let file = files.first(where: { request.target == "/\($0.name)?signed=yes" }) else {
            return connection.send(FakeHubReply(404, [:], "no"))
        }
        return send(file.bytes, tag: FakeHub.storeTag, to: request, mishap, connection)
    }

    private func receive(
        _ raw: ReplayRequest, at place: FakeHub.Place
    ) -> (FakeHub.Request, FakeHub.Mishap?) {
        let request = FakeHub.Request(place: place, target: raw.target, headers: raw.headers)
        let mishap = mishaps.withLock { mishaps in
            mishaps[place, default: []].isEmpty ? nil : mishaps[place]!.removeFirst()
        }
        requests.record(request)
        return (request, mishap)
    }

    /// Sends a file, or the part that is wanted, as it goes.
    private func send(
        _ whole: [UInt8], tag: String, to request: FakeHub.Request, _ mishap: FakeHub.Mishap?,
        _ connection: ReplayConnection
    ) -> Bool {
        var start = 0
        if let range = request.headers["range"], request.headers["if-range"] ?? tag == tag {
            start = Int(range.dropFirst("bytes=".count).dropLast()) ?? 0
        }
        if case .ignoresRange = mishap { start = 0 }
        guard start == 0 || start < whole.count else {
            return connection.send(
                FakeHubReply(416, ["Content-Range": "bytes */\(whole.count)"], ""))
        }
        var body = Array(whole[start...])
        var headers = ["ETag": tag, "Content-Length": "\(body.count)"]
        var told = start
        switch mishap {
        case .misplaces: told = start + 1
        case .spoils: body[body.count - 1] ^= 1
        case .claims(let length): headers["Content-Length"] = "\(length)"
        case .adds(let count):
            body += [UInt8](repeating: 7, count: count)
            headers["Content-Length"] = nil
            headers["Connection"] = "close"
        default: break
        }
        if start > 0 {
            headers["Content-Range"] = "bytes \(told)-\(whole.count - 1)/\(whole.count)"
        }
        guard connection.send(FakeHubReply(start > 0 ? 206 : 200, headers)) else { return false }
        switch mishap {
        case .drops(let count):
            connection.send(body.prefix(count))
            return false
        case .stalls(let count):
            connection.send(body.prefix(count))
            connection.waitForClose()
            return false
        case .waits(let count, let gate):
            guard connection.send(body.prefix(count)) else { return false }
            gate.block()
            return connection.send(body.dropFirst(count))
        case .adds, .claims:
            connection.send(body)
            return false
        default: return connection.send(body)
        }
    }

    /// The answer to the question for a repository.
    private var listing: String {
        let siblings = files.map { file in
            guard telling == .everything else { return #"{"rfilename": "\#(file.name)"}"# }
            let size = #""size": \#(file.bytes.count)"#
            guard file.isLarge else {
                return #"{"rfilename": "\#(file.name)", "blobId": "\#(file.digest)", \#(size)}"#
            }
            let pointer = String(repeating: "0", count: 40)
            return #"{"rfilename": "\#(file.name)", "blobId": "\#(pointer)", \#(size), "#
                + #""lfs": {"sha256": "\#(file.digest)", \#(size), "pointerSize": 133}}"#
        }
        return #"{"id": "\#(FakeHub.repository)", "sha": "\#(FakeHub.commit)", "siblings": "#
            + "[\(siblings.joined(separator: ", "))]}"
    }
}
