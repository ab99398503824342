import Orpheus
import Synchronization

/// The silences of a text, by where they stand between its decoded samples: known when a prompt is
/// passed on to the decoder, wanted when its samples come back.
final class Silences: Sendable {
    struct Silence: Sendable {
        /// The decoded sample that it comes before.
        let sample: UInt64
        /// Samples.
        let count: Int
    }

    private let silences = Mutex<[Silence]>([])

    func add(milliseconds: Int, at sample: UInt64) {
        guard milliseconds > 0 else { return }
        let count = milliseconds * Frame.sampleRate / 1000
        silences.withLock { $0.append(Silence(sample: sample, count: count)) }
    }

    /// The next one, if it stands before this sample.
    func takeFirst(before sample: UInt64) -> Silence? {
        silences.withLock { silences in
            guard let first = silences.first, first.sample < sample else { return nil }
            return silences.removeFirst()
        }
    }
}
