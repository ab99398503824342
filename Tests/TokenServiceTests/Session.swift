import Orpheus
import StreamingHTTP
import TestSupport
import TokenService

/// What a whole session came to.
struct Session {
    /// As they came, one element an event.
    var pieces: [[UInt16]] = []
    var end: GenerationEnd?
    var error: GenerationError?

    /// The frames that the pieces make; none where they do not end with a whole one.
    var frames: [Frame] { (try? Frame.list(pieces.flatMap(\.self))) ?? [] }

    /// Runs a session to its end.
    init(_ session: GenerationSession) async {
        do throws(GenerationError) {
            for try await event in session {
                switch event {
                case .codes(let codes): pieces.append(codes)
                case .end(let end): self.end = end
                }
            }
        } catch {
            self.error = error
        }
    }

    /// Runs one against a server that answers every request by a script.
    init(
        tokenLimit: Int = 2000, answer: @escaping @Sendable (ReplayConnection) -> Void
    ) async throws {
        let server = try ReplayServer { connection in
            guard connection.readRequest() != nil else { return }
            answer(connection)
        }
        let client = CompletionsClient(engine: HTTPEngine())
        self = await Session(
            client.generate(try .hello(tokenLimit: tokenLimit), at: try .at(server.url)))
    }

    /// Runs one against a server that answers with these events and ends its answer well.
    init(tokenLimit: Int = 2000, events: String...) async throws {
        try await self.init(tokenLimit: tokenLimit) { connection in
            connection.send(Answers.streamHead)
            for event in events { connection.send(chunk: event) }
            connection.send("0\r\n\r\n")
        }
    }
}

extension GenerationRequest {
    static func hello(tokenLimit: Int = 2000) throws -> GenerationRequest {
        GenerationRequest(
            prompt: try Prompt(voice: .standard, text: "Hello."), seed: 7, tokenLimit: tokenLimit)
    }
}

extension CompletionsEndpoint {
    static func at(_ url: String) throws -> CompletionsEndpoint {
        try CompletionsEndpoint(baseURL: url, model: "orpheus")
    }
}
