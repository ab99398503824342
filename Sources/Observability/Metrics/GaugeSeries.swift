import CoreMetrics
import Synchronization

/// A value that rises and falls.
final class GaugeSeries: MeterHandler, RecorderHandler, MetricSeries {
    private let value = Mutex(0.0)

    func set(_ new: Int64) { set(Double(new)) }
    func set(_ new: Double) { value.withLock { $0 = new } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ new: Int64) { set(Double(new)) }
    func record(_ new: Double) { set(new) }

    func render(name: String, labels: LabelSet, into text: inout String) {
        text += "\(name)\(labels.text) \(MetricText.number(value.withLock { $0 }))\n"
    }
}
