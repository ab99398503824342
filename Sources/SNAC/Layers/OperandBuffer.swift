/// Room for what products read, on a cache line's boundary, zero at first: floats, or bfloat16
/// where the kernels multiply those.
final class OperandBuffer {
    let base: UnsafeMutableRawPointer
    private let width: Int

    init(count: Int, _ kernels: Kernels) {
        width = kernels.operandBytes
        let bytes = max(count, 1) * width
        base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    }

    deinit { base.deallocate() }

    /// The place of operand `index`.
    func at(_ index: Int) -> UnsafeMutableRawPointer { base + index * width }
}
