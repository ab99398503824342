/// One utterance on its way through the vocoder: what its layers remember, and where it stands.
///
/// `@unchecked Sendable`: whoever reads or changes it holds `latch`.
public final class CPUStream: @unchecked Sendable {
    let state: StreamState
    private var position: StreamPosition
    private let latch = StreamLatch()

    init(_ state: StreamState, at position: StreamPosition) {
        self.state = state
        self.position = position
        state.end = position.end
    }

    func take() { latch.take() }
    func release() { latch.release() }

    /// The rows that these codes bring.
    func begin(_ codes: [HalfFrame], isLast: Bool) -> (codes: [HalfFrame], lane: Lane) {
        let step = position.begin(codes, isLast: isLast)
        state.end = position.end
        return (step.codes, Lane(index: 0, state: state, time: step.time, count: step.count))
    }

    /// The samples that are the stream's to give.
    var valid: Range<Int> { position.valid }

    func snapshot(by backend: String) -> StreamSnapshot {
        take()
        defer { release() }
        let caches = UnsafeBufferPointer(start: state.caches.base, count: state.caches.count)
        return position.snapshot(by: backend, caches: Array(caches), noise: state.noise)
    }
}
