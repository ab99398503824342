import CoreMetrics
import Synchronization

/// Keeps the counters, gauges and histograms of a process, for Prometheus to read.
///
/// A ``MetricsFactory`` of swift-metrics: counters stay counters, meters and recorders that do not
/// aggregate are gauges, aggregating recorders and timers are histograms. Timers count in seconds,
/// so their labels should end in `_seconds`. Memory is bounded: a metric has at most
/// ``seriesLimit`` sets of labels; what comes later is counted together under `overflow="true"`.
public final class PrometheusRegistry: MetricsFactory {
    /// Sets of labels a metric may have.
    public let seriesLimit: Int

    private struct State {
        var families: [String: MetricFamily] = [:]
        var notes: [String: Note] = [:]
        var beforeScrape: [@Sendable (PrometheusRegistry) -> Void] = []
    }
    private struct Note {
        var help: String
        var buckets: Buckets?
    }
    private let state = Mutex(State())

    public init(seriesLimit: Int = 200) {
        precondition(seriesLimit > 0)
        self.seriesLimit = seriesLimit
    }

    /// Gives a metric its `# HELP` line and, if it is a histogram, its buckets.
    ///
    /// To be called before the first value; buckets in use do not change any more.
    public func describe(_ label: String, _ help: String, buckets: Buckets? = nil) {
        let name = MetricName.sanitized(label)
        state.withLock {
            $0.notes[name] = Note(help: help, buckets: buckets)
            $0.families[name]?.help = help
        }
    }

    /// Calls `update` before each ``render()``, for gauges that are read rather than counted.
    public func beforeScrape(_ update: @escaping @Sendable (PrometheusRegistry) -> Void) {
        state.withLock { $0.beforeScrape.append(update) }
    }

    /// All metrics in Prometheus' text format 0.0.4, ordered by name and labels.
    public func render() -> String {
        for update in state.withLock({ $0.beforeScrape }) { update(self) }
        var text = ""
        // A snapshot: values are read after the lock is given back.
        for family in state.withLock({ Array($0.families.values) }).sorted(by: { $0.name < $1.name }
        ) {
            family.render(into: &text)
        }
        return text
    }

    // MARK: MetricsFactory

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }

    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        counter(label, dimensions)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }

    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        aggregate ? histogram(label, dimensions) : gauge(label, dimensions)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }

    public func destroyCounter(_ handler: any CounterHandler) { remove(handler) }
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {
        remove(handler)
    }
    public func destroyMeter(_ handler: any MeterHandler) { remove(handler) }
    public func destroyRecorder(_ handler: any RecorderHandler) { remove(handler) }
    public func destroyTimer(_ handler: any TimerHandler) { remove(handler) }

    // MARK: Series

    func counter(_ label: String, _ dimensions: [(String, String)]) -> CounterSeries {
        series(label, dimensions, .counter) { _ in CounterSeries() }
    }

    func gauge(_ label: String, _ dimensions: [(String, String)]) -> GaugeSeries {
        series(label, dimensions, .gauge) { _ in GaugeSeries() }
    }

    func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramSeries {
        series(label, dimensions, .histogram) { HistogramSeries(buckets: $0) }
    }

    private func series<S: MetricSeries>(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricFamily.Kind,
        make: (Buckets) -> S
    ) -> S {
        let name = MetricName.sanitized(label)
        let labels = LabelSet(dimensions)
        return state.withLock { state in
            let note = state.notes[name]
            var family =
                state.families[name]
                ?? MetricFamily(
                    name: name, kind: kind, help: note?.help,
                    buckets: note?.buckets ?? .standard(for: name))
            defer { state.families[name] = family }
            // One name, two kinds: a mistake of the program. The second is kept out of the text,
            // which a scraper would refuse as a whole.
            guard family.kind == kind else {
                assertionFailure("\(name) is a \(family.kind), not a \(kind)")
                return make(family.buckets)
            }
            let key =
                family.series[labels] != nil || family.series.count < seriesLimit
                ? labels : .overflow
            if let known = family.series[key] as? S { return known }
            let new = make(family.buckets)
            family.series[key] = new
            return new
        }
    }

    private func remove(_ handler: AnyObject) {
        state.withLock { state in
            for (name, family) in state.families {
                guard let key = family.series.first(where: { $0.value === handler })?.key else {
                    continue
                }
                state.families[name]?.series[key] = nil
            }
        }
    }
}
