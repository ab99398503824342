import LyreRPC
import SNAC

/// Who is next: all streams, and what engines take of them. No clock, no threads.
///
/// Those whose listeners would run dry first are served first. There is no timer that collects a
/// batch: while engines are busy, streams wait, and the next batch is the larger for it.
package struct Schedule: Sendable {
    /// A stream's part of a batch.
    package struct Turn: Sendable {
        package let stream: Int
        package let hop: Hop
    }

    package let policy: BatchPolicy
    package private(set) var streams: [Int: StreamProgress] = [:]

    package init(policy: BatchPolicy) { self.policy = policy }

    package subscript(stream: Int) -> StreamProgress? {
        get { streams[stream] }
        set { streams[stream] = newValue }
    }

    /// What an engine does next; nothing where no stream is ripe.
    /// - Parameter idle: Further engines without work.
    package mutating func nextBatch(at now: Instant, idle: Int = 0) -> [Turn] {
        var ripe: [(id: Int, due: Instant)] = []
        for (id, stream) in streams {
            if let instant = stream.ripe, instant <= now { ripe.append((id, stream.due)) }
        }
        ripe.sort { ($0.due, $0.id) < ($1.due, $1.id) }
        let idle = policy.shares ? idle : 0
        let share = min(policy.streams, (ripe.count + idle) / (idle + 1))
        var batch: [Turn] = []
        var room = policy.steps
        for (id, _) in ripe where batch.count < share && room > 0 {
            guard let hop = streams[id]?.takeHop(of: room, isFirst: batch.isEmpty) else { continue }
            batch.append(Turn(stream: id, hop: hop))
            room -= hop.steps
        }
        return batch
    }

    /// When the next stream is ripe, maybe already; nil while all are waited for.
    package var nextRipe: Instant? { streams.values.lazy.compactMap(\.ripe).min() }

    /// Streams that wait for an engine and would not rather wait for more codes.
    package func queued(at now: Instant) -> Int {
        streams.values.count { stream in stream.ripe.map { $0 <= now } ?? false }
    }

    /// The least sound that a listener of a stream that goes on has left to play; nil where nobody
    /// listens yet.
    package func worstLead(at now: Instant) -> Duration? {
        streams.values.lazy.filter { !$0.isFinished }.compactMap { $0.listener.lead(at: now) }.min()
    }
}
