import Dispatch
import LyreRPC
import PCMAudio
import SNAC

/// What an engine's thread does.
extension Scheduler {
    fileprivate struct Batch {
        let turns: [Schedule.Turn]
        var works: [DecoderWork<Backend.Stream>] = []
        var formats: [WAVFormat] = []
    }

    fileprivate enum Next {
        case batch(Batch, senders: [Continuation<Void>], wake: Int?)
        case sleep(until: Instant?)
        case stop
    }

    func run(_ index: Int) {
        do {
            let engine = try backend.makeEngine()
            while let batch = nextBatch(index) {
                let start = time.now
                let times = try engine.step(batch.works) { place, samples in
                    deliver(samples, of: batch.turns[place], as: batch.formats[place])
                }
                end(batch)
                metrics.batch(batch.turns, times, from: start, busy: time.now - start)
            }
        } catch {
            fail("\(error)")
        }
    }

    private func nextBatch(_ index: Int) -> Batch? {
        while true {
            switch state.withLock({ $0.next(for: index, at: time.now) }) {
            case .batch(let batch, let senders, let wake):
                ring(wake)
                for sender in senders { sender.resume() }
                return batch
            case .sleep(let until):
                guard let until else {
                    bells[index].wait()
                    continue
                }
                let span = (until - time.now).components
                let nanoseconds =
                    Int(span.seconds) * 1_000_000_000 + Int(span.attoseconds / 1_000_000_000)
                _ = bells[index].wait(timeout: .now() + .nanoseconds(nanoseconds))
            case .stop: return nil
            }
        }
    }

    /// Samples of a stream are known, while the batch goes on.
    private func deliver(
        _ samples: UnsafeBufferPointer<Float>, of turn: Schedule.Turn, as format: WAVFormat
    ) {
        guard !samples.isEmpty else { return }
        let chunk = SampleChunk(samples, format: format)
        let now = time.now
        let delivery: (waited: Duration, listener: Continuation<SampleChunk?>?)? = state.withLock {
            state in
            guard let waited = state.schedule[turn.stream]?.deliver(chunk.count, at: now) else {
                return nil
            }
            let listener = state.seats[turn.stream]?.takeListener()
            if listener == nil { state.seats[turn.stream]?.chunk = chunk }
            return (waited, listener)
        }
        guard let (waited, listener) = delivery else { return }
        // Never under the lock: to resume a task takes a lock of the task's, and who cancels the
        // task holds that one while ``leave(_:)`` waits for ours.
        listener?.resume(returning: chunk)
        metrics.samplesLeave(chunk.count, added: now - turn.hop.arrival, waited: waited)
    }

    private func end(_ batch: Batch) {
        let finished = state.withLock { state in
            batch.turns.compactMap { turn -> Continuation<SampleChunk?>? in
                state.schedule[turn.stream]?.endHop(isLast: turn.hop.isLast)
                guard turn.hop.isLast else { return nil }
                return state.seats[turn.stream]?.takeListener()
            }
        }
        for listener in finished { listener.resume(returning: nil) }
    }
}

extension Scheduler.State {
    fileprivate mutating func next(for engine: Int, at now: Instant) -> Scheduler.Next {
        idle.removeAll { $0 == engine }
        if watch?.engine == engine { watch = nil }
        if isStopped { return .stop }
        let turns = schedule.nextBatch(at: now, idle: idle.count)
        guard !turns.isEmpty else {
            idle.append(engine)
            let ripe = watch == nil ? schedule.nextRipe : nil
            if let ripe { watch = (engine, ripe) }
            return .sleep(until: ripe)
        }
        var batch = Scheduler.Batch(turns: turns)
        var senders: [Scheduler.Continuation<Void>] = []
        for turn in turns {
            guard let seat = seats[turn.stream] else { preconditionFailure("a stream has a seat") }
            batch.formats.append(seat.format)
            batch.works.append(
                DecoderWork(stream: seat.stream, codes: turn.hop.codes, isLast: turn.hop.isLast))
            if let sender = seat.sender {
                seats[turn.stream]?.sender = nil
                senders.append(sender)
            }
        }
        // The next one takes what is left, or the watch.
        let more = schedule.nextRipe.map { $0 <= now || watch == nil } ?? false
        return .batch(batch, senders: senders, wake: more ? wakeIdle() : nil)
    }
}

extension Scheduler.Seat {
    mutating func takeListener() -> Scheduler.Continuation<SampleChunk?>? {
        defer { listener = nil }
        return listener
    }
}
