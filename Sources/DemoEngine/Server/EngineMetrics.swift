import Metrics
import Observability

/// What `/metrics` tells, under vLLM's names as far as a router reads them.
struct EngineMetrics: Sendable {
    let registry = PrometheusRegistry()
    private let labels: [(String, String)]
    private let generated: Counter
    private let prompted: Counter
    private let firstToken: Timer
    private let total: Timer

    init(model: String, admission: Admission) {
        let labels = [("engine", "0"), ("model_name", model)]
        self.labels = labels
        let registry = registry
        registry.describe("vllm:num_requests_running", "Requests that are being spoken.")
        registry.describe("vllm:num_requests_waiting", "Requests that wait for their turn.")
        registry.describe("vllm:generation_tokens_total", "Tokens sent.")
        registry.describe(
            "vllm:prompt_tokens_total", "Tokens of prompts, estimated from their length.")
        registry.describe("vllm:request_success_total", "Requests by the way they ended.")
        registry.describe(
            "vllm:time_to_first_token_seconds", "From the request to its first token.")
        registry.describe("vllm:e2e_request_latency_seconds", "From the request to its last token.")
        registry.describe(
            "lyre_demo_engine", "1: this is flite through the demo codec, not Orpheus.")
        generated = Counter(
            label: "vllm:generation_tokens_total", dimensions: labels, factory: registry)
        prompted = Counter(label: "vllm:prompt_tokens_total", dimensions: labels, factory: registry)
        firstToken = Timer(
            label: "vllm:time_to_first_token_seconds", dimensions: labels, factory: registry)
        total = Timer(
            label: "vllm:e2e_request_latency_seconds", dimensions: labels, factory: registry)
        Gauge(label: "lyre_demo_engine", factory: registry).record(1)
        for reason in ["stop", "length", "abort"] {
            Self.ended(registry, labels, reason).increment(by: 0)
        }
        let running = Gauge(
            label: "vllm:num_requests_running", dimensions: labels, factory: registry)
        let waiting = Gauge(
            label: "vllm:num_requests_waiting", dimensions: labels, factory: registry)
        registry.beforeScrape { _ in
            running.record(admission.running)
            waiting.record(admission.waiting)
        }
        registry.addProcessMetrics()
    }

    func began(promptTokens: Int) { prompted.increment(by: promptTokens) }
    func sent(_ tokens: Int) { generated.increment(by: tokens) }
    func firstToken(after duration: Duration) { firstToken.record(duration: duration) }

    /// - Parameter reason: stop, length or abort.
    func ended(_ reason: String, after duration: Duration) {
        Self.ended(registry, labels, reason).increment()
        total.record(duration: duration)
    }

    private static func ended(
        _ registry: PrometheusRegistry, _ labels: [(String, String)], _ reason: String
    ) -> Counter {
        Counter(
            label: "vllm:request_success_total", dimensions: labels + [("finished_reason", reason)],
            factory: registry)
    }
}
