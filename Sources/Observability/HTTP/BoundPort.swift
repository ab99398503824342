import Synchronization

/// A port that becomes known later; settled once, awaited by any number.
final class BoundPort: Sendable {
    private struct State {
        var result: Result<Int, ListenError>?
        var waiting: [CheckedContinuation<Int, any Error>] = []
    }
    private let state = Mutex(State())

    var value: Int {
        get async throws {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state in
                    if state.result == nil { state.waiting.append(continuation) }
                    return state.result
                }
                if let result { continuation.resume(with: result.mapError { $0 as any Error }) }
            }
        }
    }

    func settle(_ result: Result<Int, ListenError>) {
        let waiting = state.withLock { state in
            guard state.result == nil else { return [CheckedContinuation<Int, any Error>]() }
            state.result = result
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting {
            continuation.resume(with: result.mapError { $0 as any Error })
        }
    }
}
