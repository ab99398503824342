import Dispatch

/// The engine's thread as a place for tasks: bytes that arrive there wake them without a switch.
final class EngineExecutor: TaskExecutor {
    private static let remains = DispatchQueue(label: "lyre-http-remains")

    private let mailbox: Mailbox

    init(_ mailbox: Mailbox) { self.mailbox = mailbox }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        if mailbox.post(job) { return }
        // Tasks may outlive the thread: they find their transfers ended.
        Self.remains.async { self.run(job) }
    }

    func run(_ job: UnownedJob) { job.runSynchronously(on: asUnownedTaskExecutor()) }
}
