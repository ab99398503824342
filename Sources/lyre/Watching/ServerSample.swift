import LyreRPC
import WireMessages

/// What a server said of itself at one moment.
struct ServerSample: Sendable {
    let endpoint: Endpoint
    let time: Instant
    let reply: MetricsReply
    let values: MetricValues

    init(_ endpoint: Endpoint, _ reply: MetricsReply, at time: Instant) {
        self.endpoint = endpoint
        self.reply = reply
        self.time = time
        values = MetricValues(reply.text)
    }
}
