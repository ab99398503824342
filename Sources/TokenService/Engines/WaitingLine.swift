import LyreRPC

typealias PlaceContinuation = CheckedContinuation<Result<Engine, RPCError>, Never>

/// Tells one who waits from all others.
final class Ticket: Sendable {}

/// Those who wait for a place: streams that have begun first, then by priority, then as they came.
struct WaitingLine {
    private struct Entry {
        let ticket: Ticket
        let wish: EnginePool.Wish
        let priority: Int32
        let continuation: PlaceContinuation

        func goes(before other: Entry) -> Bool {
            (wish.isResumed ? 1 : 0, priority) > (other.wish.isResumed ? 1 : 0, other.priority)
        }
    }

    private var entries: [Entry] = []

    var count: Int { entries.count }

    mutating func add(
        _ ticket: Ticket, _ wish: EnginePool.Wish, priority: Int32,
        _ continuation: PlaceContinuation
    ) {
        let entry = Entry(
            ticket: ticket, wish: wish, priority: priority, continuation: continuation)
        let place = entries.firstIndex { entry.goes(before: $0) } ?? entries.count
        entries.insert(entry, at: place)
    }

    mutating func remove(_ ticket: Ticket) -> PlaceContinuation? {
        entries.firstIndex { $0.ticket === ticket }.map { entries.remove(at: $0).continuation }
    }

    mutating func removeAll() -> [PlaceContinuation] {
        defer { entries = [] }
        return entries.map(\.continuation)
    }

    /// Takes out those that there is an answer for now.
    mutating func serve(
        _ answer: (EnginePool.Wish) -> Result<Engine, RPCError>?
    ) -> [(PlaceContinuation, Result<Engine, RPCError>)] {
        var served: [(PlaceContinuation, Result<Engine, RPCError>)] = []
        entries.removeAll { entry in
            guard let result = answer(entry.wish) else { return false }
            served.append((entry.continuation, result))
            return true
        }
        return served
    }
}
