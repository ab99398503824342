/// What one transfer holds for its consumer: the head, bytes that arrived, and how it ended.
///
/// Both sides work on it under a lock; it does no I/O and calls nobody.
struct TransferState {
    /// What the consumer finds when it looks.
    enum Look<Value> {
        case value(Value)
        case ended
        case failed(HTTPFailure)
        case nothing
    }

    /// What becomes of bytes that arrive.
    enum Acceptance {
        case taken, full, unwanted
        /// They are for this one, now.
        case wanted(Reader)
    }

    /// Takes bytes while the consumer waits.
    typealias Reader = @Sendable ([UInt8]) -> HTTPBody.Finding

    let limit: Int
    private(set) var head: HTTPHead?
    private var buffer: [UInt8] = []
    /// True after bytes were refused, until the consumer made room.
    private var isHeldBack = false
    private var end: Result<Void, HTTPFailure>?
    /// Bytes that may still go by unread, once the consumer has left a body to itself.
    private var drainable: Int?
    /// The consumer, while it waits for something to look at.
    var waiter: Waiter?
    /// A reader has found what its consumer waited for.
    private var hasFound = false

    struct Waiter {
        enum Want {
            case head, bytes
            /// What a reader finds in the bytes; nil once it has found it.
            case find(Reader?)
        }

        var want: Want
        let continuation: CheckedContinuation<Void, Never>
    }

    init(limit: Int) { self.limit = limit }

    mutating func arrived(_ head: HTTPHead) { self.head = head }

    mutating func arrived(_ bytes: UnsafeBufferPointer<UInt8>) -> Acceptance {
        guard end == nil else { return .unwanted }
        if let left = drainable {
            drainable = left - bytes.count
            return left < bytes.count ? .unwanted : .taken
        }
        if case .find(let reader?) = waiter?.want { return .wanted(reader) }
        // An empty buffer takes any piece, or a small limit would stop the transfer for good.
        guard buffer.isEmpty || buffer.count + bytes.count <= limit else {
            isHeldBack = true
            return .full
        }
        buffer.append(contentsOf: bytes)
        return .taken
    }

    /// The reader has found what its consumer waits for.
    mutating func found() {
        guard case .find = waiter?.want else { return }
        waiter?.want = .find(nil)
        hasFound = true
    }

    /// Whether the reader that was left had found something.
    mutating func takeFinding() -> Bool {
        defer { hasFound = false }
        return hasFound
    }

    /// The first end counts.
    mutating func ended(_ result: Result<Void, HTTPFailure>) {
        if end == nil { end = result }
    }

    /// Ends it as the consumer's wish; what was buffered is forgotten, so that a whole body and
    /// one that was cut here are never taken for each other.
    /// - Returns: true when it was still running.
    mutating func cancel() -> Bool {
        defer { (buffer, end) = ([], .failure(.cancelled)) }
        return end == nil
    }

    /// The consumer has let go.
    /// - Returns: true when that ends a running transfer whose rest nobody wants drained.
    mutating func abandon() -> Bool { drainable == nil && cancel() }

    /// Lets what still comes go by, up to a number of bytes.
    /// - Returns: false when there is nothing left to drain.
    mutating func drain(limit: Int) -> Bool {
        buffer = []
        guard end == nil else { return false }
        drainable = limit
        isHeldBack = false
        return true
    }

    func lookForHead() -> Look<HTTPHead> {
        // A head that arrived is told even if the body failed since; the body tells the rest.
        if let head, !isCancelled { return .value(head) }
        return switch end {
        case .failure(let failure): .failed(failure)
        case .success: .ended
        case nil: .nothing
        }
    }

    /// Takes all bytes there are.
    /// - Returns: `resume` is true when the transfer was held back and there is room again.
    mutating func takeBody() -> (look: Look<[UInt8]>, resume: Bool) {
        if !buffer.isEmpty {
            defer { (buffer, isHeldBack) = ([], false) }
            return (.value(buffer), isHeldBack)
        }
        return switch end {
        case .failure(let failure): (.failed(failure), false)
        case .success: (.ended, false)
        case nil: (.nothing, false)
        }
    }

    /// True when there is something to tell who wants this.
    func hasNews(for want: Waiter.Want) -> Bool {
        guard end == nil else { return true }
        return switch want {
        case .head: head != nil
        case .bytes, .find(.some): !buffer.isEmpty
        case .find(nil): true
        }
    }

    /// The waiter that has to be woken, if there is news for it.
    mutating func takeWaiter() -> Waiter? {
        guard let waiter, hasNews(for: waiter.want) else { return nil }
        self.waiter = nil
        return waiter
    }

    private var isCancelled: Bool {
        if case .failure(let failure) = end { return failure.kind == .cancelled }
        return false
    }
}
