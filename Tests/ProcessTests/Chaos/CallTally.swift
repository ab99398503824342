import Synchronization

/// How calls of several workers have ended.
final class CallTally: Sendable {
    struct Calls: Sendable {
        var begun = 0
        var firstSamples: [Duration] = []
        var failures: [String] = []
    }

    private let state = Mutex(Calls())

    var calls: Calls { state.withLock { $0 } }

    /// The number of the next call, from 1.
    func next() -> Int {
        state.withLock { calls in
            calls.begun += 1
            return calls.begun
        }
    }

    /// Makes a call and notes how it ends.
    func count(_ call: () async throws -> Listener.Heard) async {
        do {
            let heard = try await call()
            state.withLock { $0.firstSamples.append(heard.firstSample) }
        } catch {
            state.withLock { $0.failures.append("\(error)") }
        }
    }
}

extension Listener {
    /// Has sentences spoken, four at once, for as long as `goesOn`, which is told the number of the
    /// next call.
    func callAgainAndAgain(
        while goesOn: @escaping @Sendable (Int) -> Bool
    ) async -> CallTally.Calls {
        let tally = CallTally()
        await withTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    while case let number = tally.next(), goesOn(number) {
                        await tally.count {
                            try await hear("Hello there.", seed: UInt64(number))
                        }
                    }
                }
            }
        }
        return tally.calls
    }
}
