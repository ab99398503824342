import LyreRPC
import Synchronization

/// The calls that are spoken now, to tell who of their listeners has the least sound left.
final class LeadBook: Sendable {
    private let calls = Mutex<[ObjectIdentifier: SpeakTimeline]>([:])

    func enter(_ timeline: SpeakTimeline) {
        calls.withLock { $0[ObjectIdentifier(timeline)] = timeline }
    }

    func leave(_ timeline: SpeakTimeline) {
        calls.withLock { $0[ObjectIdentifier(timeline)] = nil }
    }

    /// Negative where a listener waits; nil where nobody listens.
    var worst: Duration? { calls.withLock { Array($0.values) }.compactMap(\.lead).min() }
}
