/// Floats at a fixed place, on a cache line's boundary, zero at first.
final class FloatBuffer {
    let base: UnsafeMutablePointer<Float>
    let count: Int

    init(count: Int) {
        self.count = count
        base = UnsafeMutableRawPointer.allocate(
            byteCount: max(count, 1) * MemoryLayout<Float>.stride, alignment: 64
        ).bindMemory(to: Float.self, capacity: max(count, 1))
        base.initialize(repeating: 0, count: max(count, 1))
    }

    deinit { base.deallocate() }

    /// Itself, or a larger one of zeros.
    func grown(to needed: Int) -> FloatBuffer {
        needed <= count ? self : FloatBuffer(count: max(needed, 2 * count))
    }
}
