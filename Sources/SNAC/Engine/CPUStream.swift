import Synchronization

/// One utterance on its way through the vocoder: what its layers remember, and where it stands.
///
/// `@unchecked Sendable`: whoever reads or changes it holds `isTaken`, which traps when two do; the
/// atomic's acquire and release order what one has written before what the next reads.
public final class CPUStream: @unchecked Sendable {
    let state: StreamState
    /// Latent steps so far, counted from the utterance's first.
    private(set) var steps: Int
    /// The first sample that is the stream's to give.
    let firstSample: Int
    /// Codes of frames before the first one, until the first step.
    private(set) var pending: [HalfFrame]
    private(set) var isFinished = false
    private let isTaken = Atomic(false)

    init(_ state: StreamState, steps: Int, firstSample: Int, pending: [HalfFrame]) {
        self.state = state
        self.steps = steps
        self.firstSample = firstSample
        self.pending = pending
    }

    /// Runs `body` while nobody else has the stream.
    func exclusively<Value>(_ body: () -> Value) -> Value {
        take()
        defer { release() }
        return body()
    }

    func take() {
        let wasFree = isTaken.compareExchange(
            expected: false, desired: true, ordering: .acquiring
        ).exchanged
        precondition(wasFree, "a stream takes one step at a time")
    }

    func release() { isTaken.store(false, ordering: .releasing) }

    /// The rows that these codes bring, behind those that are known: what comes before them, and
    /// the zeros that follow the last.
    func begin(_ codes: [HalfFrame], isLast: Bool) -> (codes: [HalfFrame], lane: Lane) {
        precondition(!isFinished, "a finished stream takes no more steps")
        let all = pending + codes
        pending = []
        let known = all.count * HalfFrame.latentSteps
        var lane = Lane(index: 0, state: state, time: steps, count: known)
        steps += known
        if isLast {
            isFinished = true
            state.end = steps
            lane.count += Vocoder.flushSteps
        }
        return (all, lane)
    }

    /// The samples that are the stream's to give.
    var valid: Range<Int> {
        let end = state.end.map { $0 * SNACFrame.samplesPerStep } ?? .max
        return firstSample..<Swift.max(firstSample, end)
    }

    convenience init(_ snapshot: StreamSnapshot, layout: CacheLayout) {
        let state = StreamState(
            layout: layout, noise: snapshot.seed.map { .seed($0) } ?? .off)
        state.caches.base.update(from: snapshot.caches, count: layout.count)
        if snapshot.isFinished { state.end = snapshot.steps }
        let codes = snapshot.pending
        self.init(
            state, steps: snapshot.steps, firstSample: snapshot.firstSample,
            pending: stride(from: 0, to: codes.count, by: 4).map {
                HalfFrame(
                    level0: codes[$0], level1: codes[$0 + 1],
                    level2: (codes[$0 + 2], codes[$0 + 3]))
            })
        isFinished = snapshot.isFinished
    }

    func snapshot(by backend: String) -> StreamSnapshot {
        exclusively {
            StreamSnapshot(
                backend: backend,
                caches: Array(
                    UnsafeBufferPointer(start: state.caches.base, count: state.caches.count)),
                steps: steps, firstSample: firstSample, seed: state.noise.seed,
                pending: pending.flatMap(\.codes), isFinished: isFinished)
        }
    }
}
