import CoreMetrics
import Synchronization

/// How often values fell into each bucket, their number and their sum.
final class HistogramSeries: RecorderHandler, TimerHandler, MetricSeries {
    private struct Tally {
        /// Of each bucket alone; the last one is what lies above all bounds.
        var counts: [UInt64]
        var sum = 0.0
    }
    private let buckets: Buckets
    private let tally: Mutex<Tally>

    init(buckets: Buckets) {
        self.buckets = buckets
        tally = Mutex(Tally(counts: Array(repeating: 0, count: buckets.bounds.count + 1)))
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        let index = buckets.bounds.firstIndex { value <= $0 } ?? buckets.bounds.count
        tally.withLock {
            $0.counts[index] += 1
            $0.sum += value
        }
    }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    func render(name: String, labels: LabelSet, into text: inout String) {
        let tally = tally.withLock { $0 }
        let bucket = "\(name)_bucket\(labels.opening)le=\""
        var total: UInt64 = 0
        for (bound, count) in zip(buckets.bounds + [.infinity], tally.counts) {
            total += count
            text += bucket
            text += MetricText.number(bound)
            text += "\"} \(total)\n"
        }
        let labels = labels.text
        text += "\(name)_sum\(labels) \(MetricText.number(tally.sum))\n"
        text += "\(name)_count\(labels) \(total)\n"
    }
}
