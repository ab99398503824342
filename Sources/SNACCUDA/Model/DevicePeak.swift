import CSNACCUDA

/// What a GPU does at best, measured: what decoding is held against.
public struct DevicePeak: Sendable {
    /// Floating-point operations a second of products of registers, as that precision does them.
    public let operations: Double
    /// Bytes a second that copies read and write.
    public let bytes: Double

    private static let depth = 512

    /// The best of a few launches; the kernels have to be loaded.
    /// - Parameter rounds: Of a launch; 4096 in 2048 blocks keep a fast GPU busy for some milliseconds.
    /// - Throws: ``GPUError``.
    public static func measure(
        _ gpu: any GPU, _ precision: Precision, rounds: Int = 4096, blocks: Int = 2048
    ) throws(GPUError) -> DevicePeak {
        try gpu.attach()
        let queue = try gpu.makeQueue()
        defer { gpu.free(queue) }
        let marks = (try gpu.makeMark(), try gpu.makeMark())
        defer {
            gpu.free(marks.0)
            gpu.free(marks.1)
        }
        let bytes = blocks * Int(SNAC_TILE_ROWS) * depth * MemoryLayout<Float>.stride
        let (from, to) = (try DeviceMemory(gpu, bytes: bytes), try DeviceMemory(gpu, bytes: bytes))
        func seconds(_ kernel: String, depth: Int) throws(GPUError) -> Double {
            var layer = snac_layer()
            layer.in = .init(device: from.address)
            layer.out = .init(device: to.address)
            layer.depth = Int32(depth)
            let launch = KernelLaunch(
                kernel: kernel, rows: blocks, columns: 1, sharedMemory: 0, layer: layer)
            var best = Double.infinity
            for _ in 0..<4 {
                try gpu.set(marks.0, on: queue)
                try gpu.launch(launch, on: queue)
                try gpu.set(marks.1, on: queue)
                try gpu.finish(queue)
                best = min(best, Double(try gpu.time(from: marks.0, to: marks.1)) * 1e-9)
            }
            return best
        }
        // Sixteen rows by eight columns, eight or sixteen deep, eight times, by each of four warps.
        let products = 16 * 8 * (precision == .exact ? 8 : 16) * 8 * Int(SNAC_BLOCK_THREADS) / 32
        return DevicePeak(
            operations: 2 * Double(products * rounds * blocks)
                / (try seconds("peak_\(precision)", depth: rounds)),
            bytes: 2 * Double(bytes) / (try seconds("copy", depth: depth)))
    }
}
