import Synchronization

/// Room for streams' states on a GPU, taken from its memory some streams at a time and used again.
final class StreamPool: Sendable {
    private static let streamsAtOnce = 64

    private struct State {
        var slabs: [DeviceMemory] = []
        var free: [DeviceAddress] = []
        var taken = 0
    }

    private let gpu: any GPU
    /// Of a stream.
    let bytes: Int
    /// The most streams at once.
    let limit: Int
    private let state = Mutex(State())

    init(_ gpu: any GPU, bytes: Int, limit: Int) {
        self.gpu = gpu
        self.bytes = bytes
        self.limit = limit
    }

    /// - Throws: ``GPUError`` where there is no more room.
    func take() throws(GPUError) -> DeviceAddress {
        try state.withLock { state throws(GPUError) in
            if let address = state.free.popLast() {
                state.taken += 1
                return address
            }
            guard state.taken < limit else {
                throw GPUError("\(gpu.name) has its \(limit) streams already", isOutOfMemory: true)
            }
            let count = min(Self.streamsAtOnce, limit - state.taken)
            try gpu.attach()
            let slab = try DeviceMemory(gpu, bytes: count * bytes)
            state.slabs.append(slab)
            // The first comes out first.
            state.free = (1..<count).reversed().map { slab.address + DeviceAddress($0 * bytes) }
            state.taken += 1
            return slab.address
        }
    }

    func giveBack(_ address: DeviceAddress) {
        state.withLock { state in
            state.free.append(address)
            state.taken -= 1
        }
    }
}
