import Foundation
import TestSupport

/// A completions server that keeps what it is asked, and refuses.
final class PromptRecorder: Sendable {
    private let server: ReplayServer
    private let prompts: AsyncStream<String>
    var endpoint: String { server.url }

    init() throws {
        let (prompts, inlet) = AsyncStream<String>.makeStream()
        self.prompts = prompts
        server = try ReplayServer { connection in
            while let request = connection.readRequest() {
                if let prompt = Self.prompt(in: request) { inlet.yield(prompt) }
                let body = #"{"error": {"message": "only recorded", "code": 400}}"#
                connection.send(
                    """
                    HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\
                    Content-Length: \(body.utf8.count)\r\n\r\n\(body)
                    """)
            }
        }
    }

    private static func prompt(in request: ReplayRequest) -> String? {
        let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any]
        return body?["prompt"] as? String
    }

    /// The prompt that it was asked for next.
    func next() async -> String? {
        for await prompt in prompts { return prompt }
        return nil
    }
}
