/// Notices an engine that answers its health checks and has stopped to generate: a worker that
/// hangs leaves vLLM's `/health` at 200, and its streams stand still.
public struct GenerationWatch: Sendable {
    /// How long requests may run without a token.
    public let limit: Duration
    private var tokens: Double?
    /// When the count of tokens last changed, or nothing ran.
    private var movedAt: Duration = .zero

    public init(limit: Duration = .seconds(60)) { self.limit = limit }

    /// - Parameters:
    ///   - metrics: What `/metrics` says now.
    ///   - now: Since any one moment.
    public mutating func judge(metrics: String, at now: Duration) -> ProbeAnswer {
        var running = 0.0
        var total = 0.0
        for line in metrics.split(separator: "\n") {
            guard line.hasPrefix("vllm:"), let value = line.split(separator: " ").last.flatMap({
                Double($0)
            }) else { continue }
            if line.hasPrefix("vllm:num_requests_running") { running += value }
            if line.hasPrefix("vllm:generation_tokens_total") { total += value }
        }
        if running == 0 || total != tokens { movedAt = now }
        tokens = total
        guard now - movedAt >= limit else { return .healthy }
        return .failing("runs \(Int(running)) requests and has generated nothing for \(limit.text)")
    }
}
