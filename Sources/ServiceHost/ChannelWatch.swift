import CoreMetrics
import Logging
import LyreRPC

/// What a channel does about servers that fail, in metrics and in the log.
final class ChannelWatch: Sendable {
    private let service: String
    private let logger: Logger
    private let retries: Counter
    private let refusedRetries: Counter
    private let ejections: Counter
    private let gaps = Counter(label: "lyre_rpc_sequence_gaps_total")
    private let endpoints: [String: Meter]

    init(service: String, logger: Logger) {
        self.service = service
        self.logger = logger
        let dimensions = [("service", service)]
        retries = Counter(label: "lyre_channel_retries_total", dimensions: dimensions)
        refusedRetries = Counter(
            label: "lyre_channel_refused_retries_total", dimensions: dimensions)
        ejections = Counter(label: "lyre_channel_ejections_total", dimensions: dimensions)
        let meters = ["connecting", "ready", "unreachable", "ejected"].map { state in
            let meter = Meter(
                label: "lyre_channel_endpoints", dimensions: dimensions + [("state", state)])
            return (state, meter)
        }
        endpoints = Dictionary(uniqueKeysWithValues: meters)
        for counter in [retries, refusedRetries, ejections] { counter.increment(by: 0) }
    }

    func observe(_ event: ChannelEvent) {
        switch event {
        case .lost(let endpoint):
            gaps.increment()
            logger.error(
                "a frame is missing",
                metadata: ["service": "\(service)", "endpoint": "\(endpoint)"])
        case .retried: retries.increment()
        case .retryRefused: refusedRetries.increment()
        case .ejected(let endpoint, let time, let error):
            ejections.increment()
            logger.warning(
                "a server is left alone for a while, because calls fail there",
                metadata: [
                    "service": "\(service)", "endpoint": "\(endpoint)", "error": "\(error)",
                    "seconds": "\((time.inSeconds * 10).rounded() / 10)",
                ])
        case .unresolved(let error):
            logger.warning(
                "the servers cannot be looked up; those that are known stay",
                metadata: ["service": "\(service)", "error": "\(error)"])
        }
    }

    /// Counts the endpoints by their states.
    func update(_ report: ChannelReport) {
        for (state, meter) in endpoints {
            meter.set(report.endpoints.count { Self.name(of: $0.state) == state })
        }
    }

    private static func name(of state: EndpointReport.State) -> String {
        switch state {
        case .connecting: "connecting"
        case .ready: "ready"
        case .unreachable: "unreachable"
        case .ejected: "ejected"
        }
    }
}
