import CZeroMQ
import Dispatch
import Glibc
import LyreRPC
import Synchronization

/// Something with sockets that a poller watches. All of it happens on the poller's thread.
protocol PollSource: AnyObject {
    /// Raw sockets to be watched for messages.
    var sockets: [UnsafeMutableRawPointer] { get }
    /// Reads what the socket of this place in ``sockets`` has, up to a budget; true when more is left.
    func drain(_ place: Int) -> Bool
    /// Does what is due.
    func tick(_ now: Instant)
    /// The poller ends: ends its sessions and closes its sockets.
    func shut()
}

/// A link whose frames wait for the end of a round.
protocol Flushing: AnyObject {
    func flush()
}

/// One thread that owns sockets, sessions and the calls that run inline.
///
/// It is the executor of its sessions: what they do, frames and time-outs happen on this one thread,
/// one after the other, without locks.
///
/// `@unchecked Sendable`: the mailbox is locked, the flags are atomic; everything else is touched by
/// the poller's own thread only, which ``assertOwned()`` checks.
final class Poller: SerialExecutor, TaskExecutor, @unchecked Sendable {
    let context: Context
    let time = SystemTime()

    private struct Mailbox {
        var jobs: [UnownedJob] = []
        var works: [@Sendable () -> Void] = []
        var isStopped = false
        /// The thread is gone; what tasks still have to do runs on a queue.
        var isOver = false
    }

    private static let remains = DispatchQueue(label: "lyre-poller-remains")

    private let mailbox = Mutex(Mailbox())
    private let isAsleep = Atomic<Bool>(false)
    private let thread = Atomic<UInt>(0)
    private let wakeDescriptor: Int32
    private let onTick: @Sendable (Duration) -> Void

    /// Frames leave in batches, but libzmq's thread is to have work while this one goes on.
    private static let jobsPerFlush = 32
    /// Jobs enqueue jobs. Sockets and clocks have their turn though these never end.
    private static let batchesPerRound = 64
    private static let spinTime = Duration.microseconds(100)
    private static let shortWait = Duration.microseconds(300)
    /// With more calls at once than this, others use the processor better.
    private static let fewJobs = 8

    // The thread's own.
    private var sources: [ObjectIdentifier: any PollSource] = [:]
    private var watched: [(source: any PollSource, place: Int)] = []
    private var items: [zmq_pollitem_t] = []
    private var nextTick = Instant.distantFuture
    private var hasLeftovers = false
    private var waitIsShort = false
    private var roundJobs = 0
    private var unflushed: [any Flushing] = []
    private var gatekeeper: Gatekeeper?

    init(context: Context, onTick: @escaping @Sendable (Duration) -> Void = { _ in }) {
        self.context = context
        self.onTick = onTick
        wakeDescriptor = eventfd(0, Int32(EFD_NONBLOCK) | Int32(EFD_CLOEXEC))
        precondition(wakeDescriptor >= 0, "the system has no descriptor left")
    }

    func start() {
        var handle = pthread_t()
        let reference = Unmanaged.passRetained(self)
        let result = pthread_create(
            &handle, nil,
            { argument in
                czmq_name_thread("lyre-poller")
                Unmanaged<Poller>.fromOpaque(argument!).takeRetainedValue().run()
                return nil
            }, reference.toOpaque())
        precondition(result == 0, "the system has no thread left")
        pthread_detach(handle)
    }

    /// Ends the thread; its sources are let go.
    func stop() {
        mailbox.withLock { $0.isStopped = true }
        wake()
    }

    // MARK: Executor

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let isOver = mailbox.withLock { mailbox in
            if !mailbox.isOver { mailbox.jobs.append(job) }
            return mailbox.isOver
        }
        if isOver { afterwards { self.run(job) } } else { wake() }
    }

    /// Runs a closure on the thread.
    func perform(_ work: @escaping @Sendable () -> Void) {
        let isOver = mailbox.withLock { mailbox in
            if !mailbox.isOver { mailbox.works.append(work) }
            return mailbox.isOver
        }
        if isOver { afterwards(work) } else { wake() }
    }

    private func run(_ job: UnownedJob) {
        job.runSynchronously(
            isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
    }

    /// Tasks may outlive the thread: they find their sessions closed.
    private func afterwards(_ work: @escaping @Sendable () -> Void) {
        Self.remains.async {
            self.thread.store(UInt(pthread_self()), ordering: .relaxed)
            work()
        }
    }

    private func wake() {
        // The thread itself looks into the mailbox before it sleeps.
        guard isAsleep.exchange(false, ordering: .sequentiallyConsistent) else { return }
        var one: UInt64 = 1
        _ = write(wakeDescriptor, &one, MemoryLayout<UInt64>.size)
    }

    var isOwned: Bool { thread.load(ordering: .relaxed) == UInt(pthread_self()) }

    func checkIsolated() { assertOwned() }
    func assertOwned() { precondition(isOwned, "this belongs to the poller's thread") }

    // MARK: Sources

    func add(_ source: any PollSource) {
        assertOwned()
        sources[ObjectIdentifier(source)] = source
        rebuild()
        if mailbox.withLock({ $0.isStopped }) { source.shut() }
    }

    func remove(_ source: any PollSource) {
        assertOwned()
        sources[ObjectIdentifier(source)] = nil
        rebuild()
    }

    /// Makes the next tick come no later than this.
    func wake(at instant: Instant) {
        assertOwned()
        nextTick = min(nextTick, instant)
    }

    /// There is one for all sockets with keys.
    func theGatekeeper() throws(ZMQError) -> Gatekeeper {
        if let gatekeeper { return gatekeeper }
        let new = try Gatekeeper(self)
        add(new)
        gatekeeper = new
        return new
    }

    private func rebuild() {
        watched = sources.values.flatMap { source in source.sockets.indices.map { (source, $0) } }
        items = watched.map { source, place in
            zmq_pollitem_t(
                socket: source.sockets[place], fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
        }
        items.append(
            zmq_pollitem_t(socket: nil, fd: wakeDescriptor, events: Int16(ZMQ_POLLIN), revents: 0))
    }

    // MARK: The loop

    private func run() {
        thread.store(UInt(pthread_self()), ordering: .relaxed)
        rebuild()
        while runMailbox() {
            let now = time.now
            if now >= nextTick {
                onTick(now - nextTick)
                nextTick = .distantFuture
                for source in Array(sources.values) { source.tick(now) }
            }
            poll(now)
        }
        // What is enqueued meanwhile still has to run: tasks wait for it.
        repeat {
            for source in Array(sources.values) { source.shut() }
            _ = runMailbox()
        } while !finish()
    }

    /// True when nothing is left to do for the thread.
    private func finish() -> Bool {
        guard sources.isEmpty else { return false }
        return mailbox.withLock { mailbox in
            mailbox.isOver = mailbox.jobs.isEmpty && mailbox.works.isEmpty
            return mailbox.isOver
        }
    }

    deinit { close(wakeDescriptor) }

    /// Has a link's frames sent at the end of the round.
    func flushLater(_ link: any Flushing) {
        assertOwned()
        unflushed.append(link)
    }

    private func flushAll() {
        // Flushing may find a peer gone, and its end may leave frames for others.
        while !unflushed.isEmpty {
            let links = unflushed
            unflushed.removeAll(keepingCapacity: true)
            for link in links { link.flush() }
        }
    }

    /// Runs what was enqueued, and what that enqueues, for a while; false when the poller is to
    /// stop.
    private func runMailbox() -> Bool {
        roundJobs = 0
        var mustStop = false
        for _ in 0..<Self.batchesPerRound {
            let (jobs, works, isStopped) = mailbox.withLock { mailbox in
                defer {
                    mailbox.jobs.removeAll(keepingCapacity: false)
                    mailbox.works.removeAll()
                }
                return (mailbox.jobs, mailbox.works, mailbox.isStopped)
            }
            roundJobs += jobs.count
            for work in works { work() }
            for (place, job) in jobs.enumerated() {
                run(job)
                if place % Self.jobsPerFlush == Self.jobsPerFlush - 1 { flushAll() }
            }
            mustStop = isStopped
            if jobs.isEmpty, works.isEmpty { break }
        }
        return !mustStop
    }

    /// Looks for work without sleeping; true when there is some.
    ///
    /// To wake a processor that has gone idle can take longer than a whole call. So where the last wait
    /// was short the next one is likely to be, and is spent awake; a poller with time between its
    /// events sleeps at once.
    private func spin() -> Bool {
        let end = time.now + Self.spinTime
        while time.now < end {
            let ready = items.withUnsafeMutableBufferPointer { items in
                czmq_poll(items.baseAddress, Int32(items.count), 0)
            }
            if ready != 0 || mailbox.withLock({ !$0.jobs.isEmpty || !$0.works.isEmpty }) {
                return true
            }
            sched_yield()
        }
        return false
    }

    private func poll(_ now: Instant) {
        flushAll()
        var timeout = hasLeftovers ? 0 : -1
        if timeout != 0, nextTick < .distantFuture {
            timeout = Int((nextTick - now).millisecondsRoundedUp)
        }
        if timeout != 0, waitIsShort, roundJobs <= Self.fewJobs, spin() { timeout = 0 }
        isAsleep.store(true, ordering: .sequentiallyConsistent)
        let isIdle = mailbox.withLock { $0.jobs.isEmpty && $0.works.isEmpty && !$0.isStopped }
        _ = items.withUnsafeMutableBufferPointer { items in
            czmq_poll(items.baseAddress, Int32(items.count), isIdle ? timeout : 0)
        }
        isAsleep.store(false, ordering: .sequentiallyConsistent)
        waitIsShort = time.now - now < Self.shortWait

        hasLeftovers = false
        if items[items.count - 1].revents != 0 {
            var count: UInt64 = 0
            _ = read(wakeDescriptor, &count, MemoryLayout<UInt64>.size)
        }
        // Draining may add and remove sources.
        let ready = zip(watched, items).filter { $0.1.revents != 0 }
        for ((source, place), _) in ready where sources[ObjectIdentifier(source)] != nil {
            if source.drain(place) { hasLeftovers = true }
        }
    }
}
