import LyreRPC
import Synchronization

/// When the last event of each frame of one stream was written.
final class SentTimes: Sendable {
    private let times: Mutex<[Instant]>

    init(frames: Int) {
        var times: [Instant] = []
        times.reserveCapacity(frames)
        self.times = Mutex(times)
    }

    func append(_ time: Instant) { times.withLock { $0.append(time) } }

    /// Nil for a frame that was not sent yet.
    subscript(frame: Int) -> Instant? {
        times.withLock { $0.indices.contains(frame) ? $0[frame] : nil }
    }
}
