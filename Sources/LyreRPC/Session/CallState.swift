import DequeModule

/// What a session keeps of one call. It never leaves the session's isolation.
final class CallState {
    /// Its stream on the wire. Calls of a client without a handshake have another key in the
    /// session, because such a client may use a number again while its last handler winds up.
    let number: UInt32
    var machine: StreamStateMachine
    var sendWindow: SendWindow
    var receiveWindow: ReceiveWindow
    var deadline = Instant.distantFuture
    /// Messages that have come and were not read yet.
    var inbound = Deque<[UInt8]>()
    var reader: UnsafeContinuation<Void, Never>?
    var writers: [UnsafeContinuation<Void, Never>] = []
    /// At a client: what ``Pressure/close(openedAt:)`` wants.
    var openedAt: UInt = 0
    /// The handler, at a server.
    var task: Task<Void, Never>?
    var permit: AdmissionPermit?
    /// At a server: how it is observed. A channel observes its calls as a whole, retries included.
    let observed: (any ObservedCall)?
    /// At a server: the first message of the client is its last.
    var takesOneMessage = false

    init(
        number: UInt32, role: StreamStateMachine.Role, requestEnded: Bool, send: UInt32,
        receive: UInt32, observed: (any ObservedCall)? = nil
    ) {
        self.observed = observed
        self.number = number
        machine = StreamStateMachine(role: role, requestEnded: requestEnded)
        sendWindow = SendWindow(send)
        receiveWindow = ReceiveWindow(receive)
    }

    /// Lets everyone who waits look again.
    func wakeAll() {
        reader?.resume()
        reader = nil
        wakeWriters()
    }

    func wakeWriters() {
        for writer in writers { writer.resume() }
        writers.removeAll()
    }
}
