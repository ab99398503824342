import Orpheus
import TestSupport

/// A completions server's answer: tokens one by one, as a model says them.
enum ScriptedEngine {
    /// Frame number n: codes 7 n, 7 n + 1, ..., so that each code tells its place.
    static func frame(_ n: Int) -> Frame { try! Frame((0..<7).map { (7 * n + $0) % 4096 }) }

    /// Answers one request with these ids.
    ///
    /// - Parameter pause: blocked on before the id of that index.
    static func speak(
        _ ids: [Int], to connection: ReplayConnection, pause: (before: Int, gate: Gate)? = nil
    ) {
        guard connection.readRequest() != nil else { return }
        connection.send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n")
        for (index, id) in ids.enumerated() {
            if let pause, pause.before == index { pause.gate.block() }
            connection.send(chunk: event(id))
        }
        connection.send(chunk: event(TokenID.endOfSpeech, finish: "\"stop\"") + "data: [DONE]\n\n")
        connection.send("0\r\n\r\n")
    }

    private static func event(_ id: Int, finish: String = "null") -> String {
        "data: {\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\(finish),"
            + "\"token_ids\":[\(id)]}]}\n\n"
    }
}
