/// Where a session's frames leave; a transport implements it.
///
/// All of it is called on the session's executor and returns at once.
public protocol FrameLink: AnyObject, Sendable {
    /// False when the peer cannot be reached any more.
    func send(_ frame: WireFrame) -> Bool
    /// Asks for ``Session/tick(_:)`` at an instant; earlier requests stand.
    func wake(at instant: Instant)
    /// The session is over; nothing will be sent any more.
    func close()
}

/// A thread or queue that sessions live on, where handlers may run too.
public typealias SessionExecutor = SerialExecutor & TaskExecutor
