/// The life of one call, the same for unary calls and all streams, at the client and at the server.
///
/// It tells a peer's violation from a legal silent drop: frames that crossed with the end of a
/// call are dropped.
package struct StreamStateMachine: ~Copyable {
    package enum Role: Sendable { case client, server }

    package enum Receipt: Equatable {
        /// A message, if there is one, for the reader; `end`: the last.
        case deliver
        /// It crossed with the end of the call.
        case drop
        case violation(String)
    }

    private let role: Role
    private var localEnded: Bool
    private var remoteEnded: Bool
    package private(set) var status: Status?

    /// - Parameter requestEnded: the OPEN held the client's last message.
    package init(role: Role, requestEnded: Bool) {
        self.role = role
        localEnded = role == .client && requestEnded
        remoteEnded = role == .server && requestEnded
    }

    package var isDone: Bool { status != nil }
    /// No further message will come in.
    package var isReadable: Bool { !remoteEnded && status == nil }
    package var maySend: Bool { !localEnded && status == nil }

    package mutating func receiveData(end: Bool, hasMessage: Bool = true) -> Receipt {
        if isDone { return .drop }
        if remoteEnded {
            // To end twice does no harm.
            guard hasMessage else { return .drop }
            return .violation("a message came after the last one of its stream")
        }
        // What a server sends ends with STATUS alone.
        remoteEnded = end && role == .server
        return .deliver
    }

    package mutating func sendData(end: Bool) {
        precondition(maySend, "the caller checks maySend")
        localEnded = end
    }

    /// Ends the call; false when it had ended before.
    package mutating func finish(_ status: Status) -> Bool {
        guard self.status == nil else { return false }
        self.status = status
        return true
    }
}
