import Synchronization

/// Ends the work of a call whose caller takes nothing any more.
final class StalledCaller: Sendable {
    let watch: StallWatch
    private let work: Work

    private final class Work: Sendable {
        let task = Mutex<Task<Void, any Error>?>(nil)
    }

    init(after limit: Duration, _ clock: any Clock<Duration>) {
        let work = Work()
        self.work = work
        watch = StallWatch(clock, first: limit) {
            work.task.withLock { $0 }?.cancel()
        }
    }

    func stops(_ task: Task<Void, any Error>) { work.task.withLock { $0 = task } }
}
