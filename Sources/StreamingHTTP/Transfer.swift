import Synchronization

/// One transfer as both of its sides see it: the engine's thread fills it, one task empties it.
final class Transfer: Sendable {
    let id: UInt64
    let request: HTTPRequest
    /// Keeps the engine's thread alive until the last transfer has ended.
    private let engine: HTTPEngine
    private let state: Mutex<TransferState>

    init(id: UInt64, request: HTTPRequest, engine: HTTPEngine) {
        self.id = id
        self.request = request
        self.engine = engine
        state = Mutex(TransferState(limit: max(1, request.bufferLimit)))
    }

    // MARK: The engine's side

    /// Who calls this calls ``wake()`` too, at once or a little later.
    func arrived(_ head: HTTPHead) { state.withLock { $0.arrived(head) } }

    /// What became of bytes that arrived.
    enum Arrival {
        /// There may be news: who calls this calls ``wake()`` too, at once or a little later.
        case taken
        /// They were read, and led to nothing that the consumer waits for; what comes next does so
        /// after so many bytes.
        case passed(until: Int)
        case full, unwanted
    }

    func arrived(_ bytes: UnsafeBufferPointer<UInt8>) -> Arrival {
        switch state.withLock({ $0.arrived(bytes) }) {
        case .taken: return .taken
        case .full: return .full
        case .unwanted: return .unwanted
        case .wanted(let read):
            if case .nothing(let next) = read(Array(bytes)) { return .passed(until: next) }
            state.withLock { $0.found() }
            return .taken
        }
    }

    func ended(_ result: Result<Void, HTTPFailure>) {
        state.withLock { $0.ended(result) }
        wake()
    }

    /// Wakes the consumer if it waits for what there is now.
    func wake() {
        let waiter = state.withLock { $0.takeWaiter() }
        waiter?.continuation.resume()
    }

    // MARK: The consumer's side

    func head(isolation: isolated (any Actor)? = #isolation) async throws(HTTPFailure) -> HTTPHead {
        while true {
            switch state.withLock({ $0.lookForHead() }) {
            case .value(let head): return head
            case .failed(let failure): throw failure
            case .ended:
                throw HTTPFailure(.notHTTP, "\(request.origin) ended its answer without a head")
            case .nothing: await news(for: .head)
            }
        }
    }

    /// All bytes that have arrived, at least one; nil at the end.
    func bytes(
        isolation: isolated (any Actor)? = #isolation
    ) async throws(HTTPFailure) -> [UInt8]? {
        while true {
            let (look, resume) = state.withLock { $0.takeBody() }
            if resume { engine.post(.resume(id)) }
            switch look {
            case .value(let bytes): return bytes
            case .failed(let failure): throw failure
            case .ended: return nil
            case .nothing: await news(for: .bytes)
            }
        }
    }

    /// Has `look` read the bytes until it finds something; false at the end.
    func read(
        isolation: isolated (any Actor)? = #isolation, _ look: @escaping TransferState.Reader
    ) async throws(HTTPFailure) -> Bool {
        while true {
            let (bytes, resume) = state.withLock { $0.takeBody() }
            if resume { engine.post(.resume(id)) }
            switch bytes {
            case .value(let bytes): if case .found = look(bytes) { return true }
            case .failed(let failure): throw failure
            case .ended: return false
            case .nothing:
                await news(for: .find(look))
                if state.withLock({ $0.takeFinding() }) { return true }
            }
        }
    }

    func cancel() {
        let wasRunning = state.withLock { $0.cancel() }
        wake()
        if wasRunning { engine.post(.cancel(id)) }
    }

    /// Cancels it, unless its rest is being drained.
    func abandon() {
        if state.withLock({ $0.abandon() }) { engine.post(.cancel(id)) }
    }

    func drain(limit: Int) {
        let isRunning = state.withLock { $0.drain(limit: limit) }
        if isRunning { engine.post(.drain(id)) }
    }

    /// Returns when there is something to look at; ends the transfer when the task is cancelled.
    private func news(
        for want: TransferState.Waiter.Want, isolation: isolated (any Actor)? = #isolation
    ) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isThere = state.withLock { state in
                    guard !state.hasNews(for: want) else { return true }
                    precondition(state.waiter == nil, "a transfer has one consumer")
                    state.waiter = .init(want: want, continuation: continuation)
                    return false
                }
                if isThere { continuation.resume() }
            }
        } onCancel: {
            cancel()
        }
    }
}
