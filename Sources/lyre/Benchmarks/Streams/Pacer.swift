import Foundation
import LyreRPC
import Synchronization

/// Says to each stream of a plan when to send its next unit.
///
/// A thread of its own that sleeps until an absolute time: the concurrent pool's timers need two
/// wakes where this needs one, and on busy processors each wake may take milliseconds.
final class Pacer: Sendable {
    /// A moment for each unit: when it was told, in seconds from the start of the run.
    typealias Moments = AsyncStream<Double>

    private let isCancelled = Atomic<Bool>(false)

    /// Begins; the streams' moments, in order.
    func start(_ plan: PacingPlan, at start: Instant) -> [Moments] {
        let streams = (0..<plan.streams).map { _ in Moments.makeStream() }
        let inlets = streams.map(\.continuation)
        Thread.detachNewThread { [self] in
            for (due, stream) in plan.schedule {
                Self.sleep(until: start + .seconds(due))
                if isCancelled.load(ordering: .relaxed) { break }
                inlets[stream].yield((SystemTime().now - start).inSeconds)
            }
            for inlet in inlets { inlet.finish() }
        }
        return streams.map(\.stream)
    }

    /// Ends it before its time.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }

    private static func sleep(until instant: Instant) {
        var time = timespec(
            tv_sec: Int(instant.nanoseconds / 1_000_000_000),
            tv_nsec: Int(instant.nanoseconds % 1_000_000_000))
        while clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nil) == EINTR {}
    }
}
