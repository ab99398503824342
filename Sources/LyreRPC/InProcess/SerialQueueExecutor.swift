import Dispatch

/// An executor of its own thread of work for sessions that have no poller.
package final class SerialQueueExecutor: SerialExecutor, TaskExecutor {
    private let queue = DispatchQueue(label: "lyre.rpc.session")

    package init() {}

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            job.runSynchronously(
                isolatedTo: self.asUnownedSerialExecutor(), taskExecutor: self.asUnownedTaskExecutor())
        }
    }
}
