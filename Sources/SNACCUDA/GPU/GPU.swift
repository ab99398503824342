import CSNACCUDA

/// An address in a GPU's memory.
public typealias DeviceAddress = UInt64

/// What decoding asks of a GPU. All of it may be called by any thread that is attached.
///
/// What is put on a queue is done in order, each queue for itself; a call returns before it is
/// done.
public protocol GPU: Sendable {
    /// What its maker calls it, such as `NVIDIA H200`.
    var name: String { get }
    /// What kernels are compiled for: 90 is sm_90.
    var architecture: Int { get }
    /// Bytes of shared memory that a block can have.
    var sharedMemory: Int { get }

    /// Bytes of its memory.
    func memory() throws(GPUError) -> (free: Int, total: Int)

    /// Makes it the calling thread's.
    func attach() throws(GPUError)

    /// Loads compiled kernels, before any is launched.
    func load(_ image: [UInt8]) throws(GPUError)

    func allocate(_ bytes: Int) throws(GPUError) -> DeviceAddress
    func free(_ address: DeviceAddress)
    /// Memory of this machine that copies need not be told of page by page.
    func allocatePinned(_ bytes: Int) throws(GPUError) -> UnsafeMutableRawPointer
    func freePinned(_ pointer: UnsafeMutableRawPointer)

    func makeQueue() throws(GPUError) -> GPUQueue
    func free(_ queue: GPUQueue)
    /// Waits for all that is on a queue.
    /// - Throws: What went wrong on it, maybe a launch long before.
    func finish(_ queue: GPUQueue) throws(GPUError)

    func copy(
        _ bytes: Int, from host: UnsafeRawPointer, to device: DeviceAddress, on queue: GPUQueue
    ) throws(GPUError)
    func copy(
        _ bytes: Int, from device: DeviceAddress, to host: UnsafeMutableRawPointer,
        on queue: GPUQueue
    ) throws(GPUError)

    func launch(_ launch: KernelLaunch, on queue: GPUQueue) throws(GPUError)

    /// What `work` puts on the queue, not done now but whenever it is replayed, in one go.
    func record(
        on queue: GPUQueue, _ work: () throws(GPUError) -> Void
    ) throws(GPUError) -> GPURecording
    func replay(_ recording: GPURecording, on queue: GPUQueue) throws(GPUError)
    func free(_ recording: GPURecording)

    func makeMark() throws(GPUError) -> GPUMark
    func free(_ mark: GPUMark)
    /// Notes when the queue comes there.
    func set(_ mark: GPUMark, on queue: GPUQueue) throws(GPUError)
    /// Nanoseconds between two marks that were passed.
    func time(from first: GPUMark, to second: GPUMark) throws(GPUError) -> UInt64
}

/// Names of what a GPU made; a driver's handles.
public struct GPUQueue: Hashable, Sendable {
    public let handle: UInt
    public init(handle: UInt) { self.handle = handle }
}
public struct GPURecording: Hashable, Sendable {
    public let handle: UInt
    public init(handle: UInt) { self.handle = handle }
}
public struct GPUMark: Hashable, Sendable {
    public let handle: UInt
    public init(handle: UInt) { self.handle = handle }
}

/// A kernel, how many blocks of it there are, and the layer that it computes.
///
/// `@unchecked Sendable`: the layer's pointers are addresses on a device; nobody here follows them.
public struct KernelLaunch: @unchecked Sendable {
    public let kernel: String
    public let rows: Int
    public let columns: Int
    /// Bytes that a block needs.
    public let sharedMemory: Int
    public let layer: snac_layer
}

/// What went wrong on a GPU.
public struct GPUError: Error, Equatable, Sendable, CustomStringConvertible {
    public let description: String
    /// Whether there was only too little memory, and everything else goes on.
    public let isOutOfMemory: Bool

    public init(_ description: String, isOutOfMemory: Bool = false) {
        self.description = description
        self.isOutOfMemory = isOutOfMemory
    }
}
