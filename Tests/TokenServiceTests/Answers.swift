import Orpheus
import TestSupport

/// Answers made up for the cases that no transcript shows.
enum Answers {
    static let streamHead =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

    static func event(
        ids: [Int]? = nil, text: String = "", finish: String? = nil, count: Int? = nil
    ) -> String {
        let ids = ids.map { "\($0)" } ?? "null"
        let finish = finish.map { "\"\($0)\"" } ?? "null"
        let usage =
            count.map { ",\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":\($0)}" } ?? ""
        return "data: {\"id\":\"cmpl-1\",\"object\":\"text_completion\",\"choices\":[{\"index\":0,"
            + "\"text\":\"\(text)\",\"logprobs\":null,\"finish_reason\":\(finish),"
            + "\"token_ids\":\(ids)}]\(usage)}\n\n"
    }

    static func usage(_ count: Int) -> String {
        "data: {\"choices\":[],\"usage\":{\"completion_tokens\":\(count)}}\n\n"
    }

    static let done = "data: [DONE]\n\n"
    static let comment = ": keep-alive\n\n"

    /// Frame number n: codes n, n + 1, ..., n + 6.
    static func frame(_ n: Int) -> Frame { try! Frame((n..<(n + 7)).map { $0 % 4096 }) }

    static func frameEvent(_ n: Int) -> String { event(ids: frame(n).tokenIDs) }
}
