import CCurl
import Synchronization

/// Carries any number of HTTP/1.1 transfers on one thread of its own, and reuses connections.
///
/// The thread ends when the engine and all its exchanges are gone, or after ``shutdown()``.
/// Proxies of the environment are used only where a request says so.
public final class HTTPEngine: Sendable {
    enum Command: Sendable {
        case start(Transfer)
        case cancel(UInt64)
        case resume(UInt64)
        case drain(UInt64)
        case stop
    }

    private let mailbox: Mailbox
    private let nextID = Atomic<UInt64>(1)

    public init() {
        let sockets = SocketSet()
        let mailbox = Mailbox(wake: sockets.wake)
        self.mailbox = mailbox
        // libcurl starts here and not there: the process may end before the thread gets to run.
        let lifetime = CurlLifetime.process
        EngineThread.start {
            lifetime.use { TransferLoop(sockets: sockets, mailbox: mailbox).run() }
        }
    }

    deinit { mailbox.post(.stop) }

    /// Begins a request and returns at once.
    public func start(_ request: HTTPRequest) -> HTTPExchange {
        let id = nextID.wrappingAdd(1, ordering: .relaxed).oldValue
        let transfer = Transfer(id: id, request: request, engine: self)
        do {
            try request.validate()
            if !mailbox.post(.start(transfer)) { transfer.ended(.failure(.engineStopped)) }
        } catch {
            transfer.ended(.failure(error))
        }
        return HTTPExchange(transfer)
    }

    /// Sends a request and waits for status and header fields. Cancelling the task ends it.
    public func send(
        _ request: HTTPRequest, isolation: isolated (any Actor)? = #isolation
    ) async throws(HTTPFailure) -> HTTPResponse {
        try await start(request).response()
    }

    /// Ends all transfers with `engineStopped`, and the thread. Later requests fail alike.
    public func shutdown() { mailbox.post(.stop) }

    func post(_ command: Command) { mailbox.post(command) }
}
