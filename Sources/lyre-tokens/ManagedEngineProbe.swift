import EngineSupervisor
import Foundation
import Orpheus
import StreamingHTTP
import Synchronization

/// Asks a vLLM whether it works: `/health`, and, when it has generated nothing for a while, for one
/// token.
final class ManagedEngineProbe: Sendable {
    /// Between two looks at the metrics, which are long.
    private static let interval = Duration.seconds(5)
    /// How long one token may take.
    private static let patience = Duration.seconds(10)
    private static let timeouts = HTTPTimeouts(
        connect: .seconds(1), head: .seconds(2), idle: .seconds(2))

    private struct State {
        var watch = GenerationWatch()
        var nextLook: Duration = .zero
    }

    private let http: HTTPEngine
    private let command: EngineCommand
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    init(http: HTTPEngine, command: EngineCommand) {
        self.http = http
        self.command = command
    }

    private var now: Duration { ContinuousClock.now - start }

    func ask() async -> ProbeAnswer {
        do {
            let health = try await get("/health")
            health.body.drain()
            guard health.status == 200 else {
                return .failing("answers its health check with \(health.status)")
            }
            try await look()
            return state.withLock { $0.watch.answer }
        } catch where error.kind == .connectionRefused {
            return .down("does not listen")
        } catch {
            return .failing("does not answer its health check")
        }
    }

    private func look() async throws(HTTPFailure) {
        let now = now
        let isDue = state.withLock { state in
            guard now >= state.nextLook else { return false }
            state.nextLook = now + Self.interval
            return true
        }
        guard isDue else { return }
        let metrics = try await get("/metrics").body.collect(limit: 4 << 20)
        let isQuiet = state.withLock {
            $0.watch.look(at: String(decoding: metrics, as: UTF8.self), now)
        }
        guard isQuiet else { return }
        // Beside the health checks, which go on meanwhile.
        Task {
            let gotToken = await self.answersOneToken()
            state.withLock { $0.watch.asked(gotToken: gotToken, self.now) }
        }
    }

    /// False when nothing comes; a refusal is an answer.
    private func answersOneToken() async -> Bool {
        let prompt = try? Prompt(voice: .standard, text: "Yes.").serialized
        let body: [String: Any] = [
            "model": command.model, "prompt": prompt ?? "", "max_tokens": 1,
            "add_special_tokens": false,
        ]
        var headers: HTTPHeaders = ["Content-Type": "application/json"]
        if let key = command.environment["VLLM_API_KEY"] {
            headers.append("Authorization", "Bearer \(key)")
        }
        let request = HTTPRequest(
            method: "POST", url: command.baseURL + "/v1/completions", headers: headers,
            body: (try? JSONSerialization.data(withJSONObject: body)).map(Array.init),
            timeouts: HTTPTimeouts(connect: .seconds(1), head: Self.patience))
        guard let answer = try? await http.send(request) else { return false }
        answer.body.drain()
        return answer.status < 500
    }

    private func get(_ path: String) async throws(HTTPFailure) -> HTTPResponse {
        try await http.send(HTTPRequest(url: command.baseURL + path, timeouts: Self.timeouts))
    }
}
