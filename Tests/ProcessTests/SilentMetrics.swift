import TestSupport

/// What a farm without a fault and with the demo engine has nothing to tell of.
enum SilentMetrics {
    private static let reasons = [
        "ALERTS": "no alert has to fire",
        "lyre_text_resume_seconds_bucket": "no server fails",
        "lyre_tokens_engine_ready": "no engine is managed",
        "lyre_tokens_engine_starts": "no engine is managed",
        "vllm:kv_cache_usage_perc": "the demo engine has no cache",
        "vllm:num_preemptions_total": "the demo engine preempts nobody",
    ]

    /// The same of a farm that sends its traces nowhere.
    static let traces: Set = ["lyre_trace_spans_exported_total", "lyre_trace_spans_dropped_total"]

    static let names = Set(reasons.keys)

    /// The queries that ask for none of it, and for nothing that is silent besides.
    static func leftOut(of queries: [String], besides: Set<String> = []) -> [String] {
        let silent = names.union(besides)
        return queries.filter { silent.isDisjoint(with: PromQL.metrics(in: $0)) }
    }
}
