import DequeModule
import LyreRPC
import Orpheus
import Synchronization
import WireMessages

/// All calls of Tokens/Generate: those at work, and the last that have ended.
final class SessionBook: Sendable {
    /// Ended ones that are remembered.
    static let memory = 64

    private struct State {
        var lastID: UInt64 = 0
        var active: [UInt64: SessionRecord] = [:]
        var done: Deque<SessionRecord> = []
    }

    private let time: any TimeSource
    private let state = Mutex(State())

    init(time: any TimeSource) { self.time = time }

    func open(_ request: GenerateRequest, voice: Voice) -> SessionRecord {
        state.withLock { state in
            state.lastID += 1
            let record = SessionRecord(id: state.lastID, request, voice: voice, time: time)
            state.active[record.id] = record
            return record
        }
    }

    /// - Parameter outcome: The name of its status.
    func close(_ record: SessionRecord, _ outcome: String) {
        record.ended(outcome)
        state.withLock { state in
            state.active[record.id] = nil
            state.done.append(record)
            if state.done.count > Self.memory { state.done.removeFirst() }
        }
    }

    /// The oldest first.
    var sessions: [SessionInfo] {
        let records = state.withLock { Array($0.done) + Array($0.active.values) }
        return records.sorted { $0.id < $1.id }.map(\.info)
    }

    /// Of those at work; nil where nobody listens yet.
    var worstLead: Duration? {
        let records = state.withLock { Array($0.active.values) }
        return records.compactMap(\.lead).min()
    }
}
