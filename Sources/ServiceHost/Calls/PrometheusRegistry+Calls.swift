import CoreMetrics
import Observability
import Synchronization

extension PrometheusRegistry {
    /// Explains what is counted of calls, whatever the service.
    func describeCalls() {
        for (side, what) in [("server", "served"), ("client", "made, retries included")] {
            describe(
                "rpc_\(side)_call_duration_seconds", "How long calls took that were \(what).",
                buckets: .callSeconds)
        }
        describe("lyre_rpc_active_calls", "Calls at work.")
        describe(
            "lyre_rpc_credit_stall_seconds", "Waits of a sender for its reader.",
            buckets: .callSeconds)
        describe("lyre_rpc_sequence_gaps_total", "Sessions that ended because a frame was missing.")
        describe(
            "lyre_rpc_tick_late_seconds", "How late the RPC thread came to what was due.",
            buckets: Buckets([0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]))
    }

    /// Has what an export did counted.
    func count(_ export: SpanExport) {
        describe("lyre_trace_spans_exported_total", "Spans that the collector took.")
        describe("lyre_trace_spans_dropped_total", "Spans that came nowhere.")
        let exported = Counter(label: "lyre_trace_spans_exported_total")
        let dropped = Counter(label: "lyre_trace_spans_dropped_total")
        let last = Mutex((exported: 0, dropped: 0))
        beforeScrape { _ in
            let counts = export.counts
            let before = last.withLock { last in
                defer { last = counts }
                return last
            }
            exported.increment(by: counts.exported - before.exported)
            dropped.increment(by: counts.dropped - before.dropped)
        }
    }
}

extension Buckets {
    /// Calls last from well below a millisecond to minutes.
    fileprivate static let callSeconds = Buckets([
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120,
    ])
}
