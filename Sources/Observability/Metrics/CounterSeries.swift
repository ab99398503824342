import CoreMetrics
import Synchronization

/// A value that only rises. Whole numbers are exact up to 2^53.
final class CounterSeries: CounterHandler, FloatingPointCounterHandler, MetricSeries {
    private let value = Mutex(0.0)

    func increment(by amount: Int64) { increment(by: Double(amount)) }

    func increment(by amount: Double) {
        guard amount > 0, amount.isFinite else { return }
        value.withLock { $0 += amount }
    }

    func reset() { value.withLock { $0 = 0 } }

    /// For totals that something else counts, such as the system.
    func set(total: Double) { value.withLock { $0 = max($0, total) } }

    func render(name: String, labels: LabelSet, into text: inout String) {
        text += "\(name)\(labels.text) \(MetricText.number(value.withLock { $0 }))\n"
    }
}
