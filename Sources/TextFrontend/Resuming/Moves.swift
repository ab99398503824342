import LyreRPC

/// Where a part of a call goes on when its server fails, and when it gives up. No clock, no I/O.
package struct Moves: Sendable {
    /// Moves without progress between them.
    package static let mostInARow = 5
    private static let firstPause: Duration = .milliseconds(100)

    private let service: String
    /// Servers that have failed; they are called where there is no other.
    package private(set) var avoided: Set<Endpoint> = []
    /// Servers in a row that were given up because they hung.
    package private(set) var stalls = 0
    private var inARow = 0
    private var hadBug = false
    /// A server had the call, and failed.
    private var hadCall = false

    package init(service: String) { self.service = service }

    /// Something new has come.
    package mutating func progress() { (inARow, stalls) = (0, 0) }

    /// A server has failed.
    /// - Parameters:
    ///   - endpoint: Of the server; nil where none could be called.
    ///   - hasBegun: Something has come that would be lost; before, who finds no place or nobody at
    ///     all is told so at once.
    ///   - hasOther: Whether there is a server beside these.
    /// - Returns: How long to wait before the next one is called.
    /// - Throws: The failure, where another server would not help.
    package mutating func failed(
        _ error: RPCError, at endpoint: Endpoint?, hasBegun: Bool,
        hasOther: (Set<Endpoint>) -> Bool
    ) throws(RPCError) -> Duration {
        if let endpoint {
            avoided.insert(endpoint)
            // All have failed by now: the last one is the worst choice.
            if !hasOther(avoided) { avoided = [endpoint] }
        }
        let hasBegun = hasBegun || hadCall
        let isWorthIt: Bool
        switch error.code {
        // That a server cancels is its own end: what is cancelled here does not come so far.
        case .unavailable, .cancelled: isWorthIt = endpoint != nil || hasBegun
        case .dataLoss, .aborted: isWorthIt = true
        case .internal, .unknown:
            isWorthIt = !hadBug
            hadBug = true
        case .resourceExhausted:
            // Where no call was opened, the channel has asked others already.
            let isPlaceElsewhere = error.status.neverStarted && hasOther(avoided)
            isWorthIt = hasBegun || (endpoint != nil && isPlaceElsewhere)
        default: isWorthIt = false
        }
        guard isWorthIt, inARow < Self.mostInARow else { throw final(error, hasBegun: hasBegun) }
        inARow += 1
        hadCall = hadCall || !error.status.neverStarted
        if error.status.reason == RPCError.hung.status.reason { stalls += 1 }
        return inARow == 1 ? .zero : Self.firstPause * (1 << (inARow - 2))
    }

    private func final(_ error: RPCError, hasBegun: Bool) -> RPCError {
        var error = error
        if hasBegun { error.status.neverStarted = false }
        guard inARow > 0 else { return error }
        let times = "\(service) failed \(inARow + 1) times in a row"
        error.status.message = "\(times), the last time so: \(error.status.message)"
        return error
    }
}

extension RPCError {
    /// A server that lives, or seems to, and does not do its work.
    static let hung = RPCError(
        .unavailable, "the server did not get on with the call", reason: "hung")
}
