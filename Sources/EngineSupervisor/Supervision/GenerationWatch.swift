/// Notices an engine that answers its health checks and no longer generates: a worker that hangs
/// leaves vLLM's `/health` at 200, and its streams stand still.
///
/// While its count of tokens grows it works. When it has not grown for a while, either nobody asks
/// or nothing comes, and one token is asked for to find out which.
public struct GenerationWatch: Sendable {
    /// How long the count of tokens may stand still before one is asked for.
    public let quiet: Duration
    private var tokens: Double?
    /// When the count last changed, or a token came that was asked for.
    private var movedAt: Duration?
    private var isAsking = false
    private var isStuck = false

    public init(quiet: Duration = .seconds(30)) { self.quiet = quiet }

    public var answer: ProbeAnswer {
        isStuck ? .down("answers its health check and generates nothing") : .healthy
    }

    /// Takes what `/metrics` says.
    /// - Parameter now: Since any one moment.
    /// - Returns: True when a token is to be asked for; ``asked(gotToken:_:)`` is told what came.
    public mutating func look(at metrics: String, _ now: Duration) -> Bool {
        var total: Double?
        for line in metrics.split(separator: "\n")
        where line.hasPrefix("vllm:generation_tokens_total") {
            if let value = line.split(separator: " ").last.flatMap({ Double($0) }) {
                total = (total ?? 0) + value
            }
        }
        guard let total else { return false }
        if total != tokens { move(now) }
        tokens = total
        guard !isAsking, now - (movedAt ?? now) >= quiet else { return false }
        isAsking = true
        return true
    }

    /// The token that was asked for came, or did not come in time.
    public mutating func asked(gotToken: Bool, _ now: Duration) {
        isAsking = false
        if gotToken { move(now) } else { isStuck = true }
    }

    private mutating func move(_ now: Duration) {
        movedAt = now
        isStuck = false
    }
}
