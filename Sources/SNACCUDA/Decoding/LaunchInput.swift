import CSNACCUDA
import SNAC

/// What a launch is told of its batch: one block of memory, written here and copied to the device.
struct LaunchInput {
    /// Latent steps, even.
    let limit: Int
    private let device: DeviceMemory
    private let host: PinnedMemory
    private let lanes: Int
    private let laneOfStep: Int
    private let codes: Int
    private let bytes: Int

    init(_ gpu: any GPU, limit: Int) throws(GPUError) {
        self.limit = limit
        lanes = MemoryLayout<snac_batch>.stride
        laneOfStep = lanes + limit / HalfFrame.latentSteps * MemoryLayout<snac_lane>.stride
        codes = laneOfStep + limit * MemoryLayout<Int32>.stride
        bytes = codes + limit * 3 * MemoryLayout<UInt16>.stride
        device = try DeviceMemory(gpu, bytes: bytes)
        host = try PinnedMemory(gpu, bytes: bytes)
    }

    /// Where kernels find it.
    var batch: UnsafePointer<snac_batch>? { .init(device: device.address) }

    func copy(by gpu: any GPU, on queue: GPUQueue) throws(GPUError) {
        try gpu.copy(bytes, from: host.base, to: device.address, on: queue)
    }

    /// - Returns: The pieces' latent steps together.
    func write(_ pieces: [LaunchBatch.Piece]) -> Int {
        var first = 0
        for (index, piece) in pieces.enumerated() {
            let stream = piece.stream
            let lane = snac_lane(
                first: Int32(first), count: Int32(piece.count), time: Int64(piece.time),
                end: stream.end.map(Int64.init) ?? Int64(SNAC_NO_END), seed: stream.noise.seed ?? 0,
                has_noise: stream.noise.seed == nil ? 0 : 1, is_fresh: stream.isFresh ? 1 : 0,
                before: UnsafePointer(device: stream.state)!,
                after: UnsafeMutablePointer(device: stream.nextState)!)
            put(lane, at: lanes, index)
            for step in 0..<piece.count { put(Int32(index), at: laneOfStep, first + step) }
            for (half, code) in piece.codes.enumerated() {
                for (step, fine) in [code.level2.0, code.level2.1].enumerated() {
                    let place = 3 * (first + half * HalfFrame.latentSteps + step)
                    put(code.level0, at: codes, place)
                    put(code.level1, at: codes, place + 1)
                    put(fine, at: codes, place + 2)
                }
            }
            first += piece.count
        }
        func address<Value>(_ offset: Int) -> UnsafePointer<Value> {
            UnsafePointer(device: device.address + DeviceAddress(offset))!
        }
        put(
            snac_batch(
                steps: Int32(first), lanes: Int32(pieces.count), lane: address(lanes),
                lane_of_step: address(laneOfStep), codes: address(codes)), at: 0, 0)
        return first
    }

    private func put<Value: BitwiseCopyable>(_ value: Value, at offset: Int, _ index: Int) {
        host.base.storeBytes(
            of: value, toByteOffset: offset + index * MemoryLayout<Value>.stride, as: Value.self)
    }
}
