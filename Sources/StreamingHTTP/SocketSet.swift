import CCurl
import Glibc

/// The sockets that the engine's thread waits for, by epoll: a wait costs as much as there are
/// sockets with news, however many are watched.
///
/// `@unchecked Sendable` holds because only ``wake()`` is called off the engine's thread, which the
/// system allows, and ``Mailbox`` keeps it from being called once ``close()`` may run.
final class SocketSet: @unchecked Sendable {
    /// What a socket has to tell.
    struct Readiness {
        let descriptor: Int32
        let isReadable: Bool
        let isWritable: Bool
    }

    private static let mostAtOnce = 512

    private let descriptor: Int32
    /// Readable as soon as somebody wants the thread awake.
    private let alarm: Int32
    private let events: UnsafeMutableBufferPointer<epoll_event>
    private var count: Int32 = 0

    init() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        alarm = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        precondition(descriptor >= 0 && alarm >= 0, "the system has no descriptor left")
        events = .allocate(capacity: Self.mostAtOnce)
        events.initialize(repeating: epoll_event())
        watch(alarm, readable: true, writable: false, isKnown: false)
    }

    /// - Parameter isKnown: It is watched already, for something else.
    func watch(_ socket: Int32, readable: Bool, writable: Bool, isKnown: Bool) {
        var event = epoll_event()
        if readable { event.events |= EPOLLIN.rawValue }
        if writable { event.events |= EPOLLOUT.rawValue }
        event.data.fd = socket
        // A socket that was closed and opened anew has lost its place, whatever its number.
        let operation = isKnown ? EPOLL_CTL_MOD : EPOLL_CTL_ADD
        guard epoll_ctl(descriptor, operation, socket, &event) != 0 else { return }
        _ = epoll_ctl(descriptor, isKnown ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, &event)
    }

    func forget(_ socket: Int32) {
        var event = epoll_event()
        _ = epoll_ctl(descriptor, EPOLL_CTL_DEL, socket, &event)
    }

    /// Waits for sockets, ``wake()`` or a time.
    func wait(milliseconds: Int32) {
        count = epoll_wait(descriptor, events.baseAddress, Int32(events.count), milliseconds)
    }

    /// Calls `body` for each socket that the last wait found ready.
    func forEachReady(_ body: (Readiness) -> Void) {
        for event in events.prefix(Int(max(0, count))) {
            if event.data.fd == alarm {
                var count: UInt64 = 0
                _ = read(alarm, &count, MemoryLayout<UInt64>.size)
                continue
            }
            // One that has failed is read and written all the same: what came before the failure
            // counts, and the call itself says what it was.
            let failure = EPOLLERR.rawValue | EPOLLHUP.rawValue
            body(
                Readiness(
                    descriptor: event.data.fd,
                    isReadable: event.events & (EPOLLIN.rawValue | failure) != 0,
                    isWritable: event.events & (EPOLLOUT.rawValue | failure) != 0))
        }
    }

    /// Ends a wait, or the next one at once.
    func wake() {
        var one: UInt64 = 1
        _ = write(alarm, &one, MemoryLayout<UInt64>.size)
    }

    func close() {
        Glibc.close(alarm)
        Glibc.close(descriptor)
        events.deallocate()
    }
}
