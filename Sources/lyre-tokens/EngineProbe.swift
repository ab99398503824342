import EngineSupervisor
import StreamingHTTP
import Synchronization

/// Asks a vLLM whether it works: `/health`, and now and then `/metrics` whether it gets on.
final class EngineProbe: Sendable {
    /// Between two looks at the metrics, which are long.
    private static let interval = Duration.seconds(5)
    private static let timeouts = HTTPTimeouts(
        connect: .seconds(1), head: .seconds(2), idle: .seconds(2))

    private struct Look {
        var watch = GenerationWatch()
        var next: Duration = .zero
        var answer = ProbeAnswer.healthy
    }

    private let http: HTTPEngine
    private let baseURL: String
    private let start = ContinuousClock.now
    private let look = Mutex(Look())

    init(http: HTTPEngine, baseURL: String) {
        self.http = http
        self.baseURL = baseURL
    }

    func ask() async -> ProbeAnswer {
        do {
            let health = try await get("/health")
            health.body.drain()
            guard health.status == 200 else {
                return .failing("answers its health check with \(health.status)")
            }
            let now = ContinuousClock.now - start
            let (isDue, last) = look.withLock { look in
                let isDue = now >= look.next
                if isDue { look.next = now + Self.interval }
                return (isDue, look.answer)
            }
            guard isDue else { return last }
            let metrics = try await get("/metrics").body.collect(limit: 4 << 20)
            return look.withLock { look in
                look.answer = look.watch.judge(
                    metrics: String(decoding: metrics, as: UTF8.self), at: now)
                return look.answer
            }
        } catch {
            return .failing("does not answer its health check")
        }
    }

    private func get(_ path: String) async throws(HTTPFailure) -> HTTPResponse {
        try await http.send(HTTPRequest(url: baseURL + path, timeouts: Self.timeouts))
    }
}
