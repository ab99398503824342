import Foundation
import LyreRPC
import SNAC
import Synchronization

/// Encodes sounds, one after another, with the time that engines leave.
///
/// The encoder works on a whole sound, up to some seconds of a core: too long for an engine with
/// live streams and for the concurrent pool. So a thread of its own does it, at the lowest priority.
final class EncoderQueue: Sendable {
    /// Sounds at once, those that come in and those that wait: each may have 115 MB.
    static let places = 4

    private struct Job {
        let samples: [Float]
        let done: CheckedContinuation<[SNACFrame], any Error>
    }

    private struct State {
        var taken = 0
        var jobs: [(id: Int, job: Job)] = []
        var lastID = 0
        var isRunning = false
    }

    private let work: @Sendable ([Float]) -> [SNACFrame]
    private let state = Mutex(State())

    init(_ work: @escaping @Sendable ([Float]) -> [SNACFrame]) { self.work = work }

    /// Holds one of the places while `body` runs.
    /// - Throws: RESOURCE_EXHAUSTED when all are taken, and what `body` throws.
    func withPlace<Value>(_ body: () async throws -> Value) async throws -> Value {
        let isFree = state.withLock { state in
            guard state.taken < Self.places else { return false }
            state.taken += 1
            return true
        }
        guard isFree else {
            throw RPCError(
                .resourceExhausted, "the server encodes \(Self.places) sounds already",
                reason: "full", neverStarted: true, retryAfterMilliseconds: 1000)
        }
        defer { state.withLock { $0.taken -= 1 } }
        return try await body()
    }

    /// The codes of a sound, when its turn has come.
    /// - Throws: CancellationError when its task is cancelled before.
    func encode(_ samples: [Float]) async throws -> [SNACFrame] {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let starts: Bool? = state.withLock { state in
                    // Looked at under the lock, or a cancellation could slip in between.
                    guard !Task.isCancelled else { return nil }
                    state.jobs.append((id, Job(samples: samples, done: continuation)))
                    defer { state.isRunning = true }
                    return !state.isRunning
                }
                guard let starts else {
                    return continuation.resume(throwing: CancellationError())
                }
                if starts { Thread.detachNewThread { self.run() } }
            }
        } onCancel: {
            let job = state.withLock { state in
                state.jobs.firstIndex { $0.id == id }.map { state.jobs.remove(at: $0).job }
            }
            job?.done.resume(throwing: CancellationError())
        }
    }

    private func run() {
        // On Linux it is the thread that this speaks of.
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19)
        while let job = next() { job.done.resume(returning: work(job.samples)) }
    }

    private func next() -> Job? {
        state.withLock { state in
            guard !state.jobs.isEmpty else {
                state.isRunning = false
                return nil
            }
            return state.jobs.removeFirst().job
        }
    }
}
