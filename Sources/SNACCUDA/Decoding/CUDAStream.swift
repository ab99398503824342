import SNAC

/// One utterance on its way through the vocoder. What its layers remember lies on the device,
/// twice: a step reads the one and writes the other.
///
/// `@unchecked Sendable`: whoever reads or changes it holds `latch`.
public final class CUDAStream: @unchecked Sendable {
    let noise: NoiseSource
    private var position: StreamPosition
    private let latch = StreamLatch()
    private let pool: StreamPool
    private let place: DeviceAddress
    /// Whether the second half is the one that counts.
    private var isSecond = false
    /// Whether what its layers remember is zeros, and not on the device yet.
    private(set) var isFresh: Bool

    /// - Throws: ``GPUError`` where the device has no room.
    init(
        _ pool: StreamPool, at position: StreamPosition, noise: NoiseSource, isFresh: Bool
    ) throws(GPUError) {
        self.pool = pool
        self.position = position
        self.noise = noise
        self.isFresh = isFresh
        place = try pool.take()
    }

    deinit { pool.giveBack(place) }

    func take() { latch.take() }
    func release() { latch.release() }

    /// What its layers remember.
    var state: DeviceAddress { place + DeviceAddress(isSecond ? pool.bytes / 2 : 0) }
    /// Where they write what they remember then.
    var nextState: DeviceAddress { place + DeviceAddress(isSecond ? 0 : pool.bytes / 2) }

    /// A launch has read one half and written the other.
    func turn() {
        isSecond.toggle()
        isFresh = false
    }

    func begin(_ codes: [HalfFrame], isLast: Bool) -> StreamPosition.Step {
        position.begin(codes, isLast: isLast)
    }

    var end: Int? { position.end }
    /// The samples that are the stream's to give.
    var valid: Range<Int> { position.valid }

    func snapshot(by backend: String, caches: [Float]) -> StreamSnapshot {
        position.snapshot(by: backend, caches: caches, noise: noise)
    }
}
