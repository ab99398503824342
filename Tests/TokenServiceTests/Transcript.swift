import Foundation
import TestSupport

/// An answer of a real vLLM 0.32.0, byte for byte, but for the chunks of its body.
struct Transcript {
    let head: String
    let body: [UInt8]

    /// - Parameter name: of a file in Recorded/vllm-0.32.0. Its lines that begin with `>` show the
    ///   request and are no part of the answer.
    init(_ name: String) throws {
        let url = Bundle.module.bundleURL.appending(path: "Recorded/vllm-0.32.0/\(name).txt")
        let bytes = [UInt8](try Data(contentsOf: url))
        let start = bytes.firstRange(of: Array("HTTP/1.1 ".utf8))!.lowerBound
        let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))!
        head = String(decoding: bytes[start..<end.upperBound], as: UTF8.self)
        body = Array(bytes[end.upperBound...])
    }

    /// Sends it, the body in one piece or, with a generator, in pieces cut anywhere.
    func play(to connection: ReplayConnection, cutBy random: SeededGenerator? = nil) {
        connection.send(head)
        guard head.lowercased().contains("transfer-encoding: chunked") else {
            connection.send(body)
            return
        }
        var rest = body[...]
        var random = random
        while !rest.isEmpty {
            var count = rest.count
            if var generator = random {
                count = Int.random(in: 1...min(400, count), using: &generator)
                random = generator
            }
            connection.send(chunk: rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        connection.send("0\r\n\r\n")
    }
}
