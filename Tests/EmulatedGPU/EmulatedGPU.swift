import EmulatedCUDA
import Foundation
import SNACCUDA
import Synchronization

/// A GPU that is this processor: the real kernels, one thread after another, on this process's
/// memory. It does all at once and in order, notes what it was asked for, and fails on demand.
public final class EmulatedGPU: GPU {
    public enum Call: Hashable, Sendable {
        case load(bytes: Int)
        case allocate, free, allocatePinned, freePinned
        case copyIn, copyOut
        case launch(String)
        case record, replay, finish
    }

    private struct State {
        var calls: [Call] = []
        var recording: [KernelLaunch]?
        var recordings: [UInt: [KernelLaunch]] = [:]
        var lastHandle: UInt = 0
        var memory: [DeviceAddress: Int] = [:]
        var pinned = 0
        var handles = 0
        var marks: [UInt: UInt64] = [:]
        var failure: (call: Call, after: Int, error: GPUError)?
        var isLost = false
    }

    public let name = "Emulated GPU"
    public let architecture = 0
    public let sharedMemory: Int
    private let total: Int
    private let state = Mutex(State())

    public init(memory: Int = 4 << 30, sharedMemory: Int = 101_376) {
        total = memory
        self.sharedMemory = sharedMemory
    }

    public var calls: [Call] { state.withLock { $0.calls } }
    public func forgetCalls() { state.withLock { $0.calls = [] } }
    /// What has been made and not freed: pieces of memory, pinned ones, queues, recordings, marks.
    public var held: (memory: Int, pinned: Int, handles: Int) {
        state.withLock { ($0.memory.count, $0.pinned, $0.handles) }
    }

    /// From the call on that follows `after` others of its kind, everything fails, as a device does
    /// that is lost; one that has too little memory fails once.
    public func fail(at call: Call, after: Int = 0, _ error: GPUError) {
        state.withLock { $0.failure = (call, after, error) }
    }

    private func note(_ call: Call) throws(GPUError) {
        try state.withLock { state throws(GPUError) in
            state.calls.append(call)
            guard var failure = state.failure else { return }
            if !state.isLost {
                guard failure.call == call else { return }
                if failure.after > 0 {
                    failure.after -= 1
                    state.failure = failure
                    return
                }
                if failure.error.isOutOfMemory { state.failure = nil } else { state.isLost = true }
            }
            throw failure.error
        }
    }

    private func handle() -> UInt {
        state.withLock { state in
            state.lastHandle += 1
            state.handles += 1
            return state.lastHandle
        }
    }

    private func freeHandle() { state.withLock { $0.handles -= 1 } }

    public func memory() throws(GPUError) -> (free: Int, total: Int) {
        (total - state.withLock { $0.memory.values.reduce(0, +) }, total)
    }

    public func attach() throws(GPUError) {}

    public func load(_ image: [UInt8]) throws(GPUError) { try note(.load(bytes: image.count)) }

    public func allocate(_ bytes: Int) throws(GPUError) -> DeviceAddress {
        try note(.allocate)
        let pointer = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 256)
        // All bits set is no number: what is read before it was written shows.
        pointer.initializeMemory(as: UInt8.self, repeating: 0xFF, count: bytes)
        let address = DeviceAddress(UInt(bitPattern: pointer))
        state.withLock { $0.memory[address] = bytes }
        return address
    }

    public func free(_ address: DeviceAddress) {
        state.withLock { state in
            state.calls.append(.free)
            precondition(state.memory.removeValue(forKey: address) != nil, "freed twice")
        }
        UnsafeMutableRawPointer(bitPattern: UInt(address))!.deallocate()
    }

    public func allocatePinned(_ bytes: Int) throws(GPUError) -> UnsafeMutableRawPointer {
        try note(.allocatePinned)
        state.withLock { $0.pinned += 1 }
        return .allocate(byteCount: bytes, alignment: 64)
    }

    public func freePinned(_ pointer: UnsafeMutableRawPointer) {
        state.withLock { state in
            state.calls.append(.freePinned)
            state.pinned -= 1
        }
        pointer.deallocate()
    }

    public func makeQueue() throws(GPUError) -> GPUQueue { GPUQueue(handle: handle()) }
    public func free(_ queue: GPUQueue) { freeHandle() }
    public func finish(_ queue: GPUQueue) throws(GPUError) { try note(.finish) }

    public func copy(
        _ bytes: Int, from host: UnsafeRawPointer, to device: DeviceAddress, on queue: GPUQueue
    ) throws(GPUError) {
        try note(.copyIn)
        try check(device, bytes)
        UnsafeMutableRawPointer(bitPattern: UInt(device))!.copyMemory(from: host, byteCount: bytes)
    }

    public func copy(
        _ bytes: Int, from device: DeviceAddress, to host: UnsafeMutableRawPointer,
        on queue: GPUQueue
    ) throws(GPUError) {
        try note(.copyOut)
        try check(device, bytes)
        host.copyMemory(from: UnsafeRawPointer(bitPattern: UInt(device))!, byteCount: bytes)
    }

    /// Whether these bytes are the device's.
    private func check(_ address: DeviceAddress, _ bytes: Int) throws(GPUError) {
        let isKnown = state.withLock { state in
            state.memory.contains {
                $0.key <= address && address + UInt64(bytes) <= $0.key + UInt64($0.value)
            }
        }
        guard isKnown else { throw GPUError("an illegal memory access was encountered") }
    }

    public func launch(_ launch: KernelLaunch, on queue: GPUQueue) throws(GPUError) {
        try note(.launch(launch.kernel))
        let isRecorded = state.withLock { state in
            guard state.recording != nil else { return false }
            state.recording!.append(launch)
            return true
        }
        if !isRecorded { try run(launch) }
    }

    private func run(_ launch: KernelLaunch) throws(GPUError) {
        guard launch.sharedMemory <= sharedMemory else { throw GPUError("invalid argument") }
        var layer = launch.layer
        let exists = emulated_cuda_launch(
            launch.kernel, Int32(launch.rows), Int32(launch.columns), launch.sharedMemory, &layer)
        guard exists else { throw GPUError("there is no kernel \(launch.kernel)") }
    }

    public func record(
        on queue: GPUQueue, _ work: () throws(GPUError) -> Void
    ) throws(GPUError) -> GPURecording {
        try note(.record)
        state.withLock { $0.recording = [] }
        defer { state.withLock { $0.recording = nil } }
        try work()
        let recording = GPURecording(handle: handle())
        state.withLock { $0.recordings[recording.handle] = $0.recording }
        return recording
    }

    public func replay(_ recording: GPURecording, on queue: GPUQueue) throws(GPUError) {
        try note(.replay)
        for launch in state.withLock({ $0.recordings[recording.handle]! }) { try run(launch) }
    }

    public func free(_ recording: GPURecording) {
        state.withLock { $0.recordings[recording.handle] = nil }
        freeHandle()
    }

    public func makeMark() throws(GPUError) -> GPUMark { GPUMark(handle: handle()) }
    public func free(_ mark: GPUMark) { freeHandle() }

    public func set(_ mark: GPUMark, on queue: GPUQueue) throws(GPUError) {
        let now = DispatchTime.now().uptimeNanoseconds
        state.withLock { $0.marks[mark.handle] = now }
    }

    public func time(from first: GPUMark, to second: GPUMark) throws(GPUError) -> UInt64 {
        state.withLock { $0.marks[second.handle]! - $0.marks[first.handle]! }
    }
}
