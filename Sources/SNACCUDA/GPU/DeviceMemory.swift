/// Some of a GPU's memory, given back with the last reference.
final class DeviceMemory: Sendable {
    let address: DeviceAddress
    private let gpu: any GPU

    init(_ gpu: any GPU, bytes: Int) throws(GPUError) {
        address = try gpu.allocate(bytes)
        self.gpu = gpu
    }

    deinit { gpu.free(address) }

    /// Memory that holds these values.
    static func holding<Value: BitwiseCopyable>(
        _ values: [Value], on gpu: any GPU, queue: GPUQueue
    ) throws(GPUError) -> DeviceMemory {
        let bytes = values.count * MemoryLayout<Value>.stride
        let memory = try DeviceMemory(gpu, bytes: max(bytes, 1))
        var failure: GPUError?
        values.withUnsafeBytes { source in
            guard let base = source.baseAddress, bytes > 0 else { return }
            do throws(GPUError) {
                try gpu.copy(bytes, from: base, to: memory.address, on: queue)
                try gpu.finish(queue)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return memory
    }
}

/// Pinned memory of this machine, of one thread at a time.
final class PinnedMemory {
    let base: UnsafeMutableRawPointer
    private let gpu: any GPU

    init(_ gpu: any GPU, bytes: Int) throws(GPUError) {
        base = try gpu.allocatePinned(bytes)
        self.gpu = gpu
    }

    deinit { gpu.freePinned(base) }
}
