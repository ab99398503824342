import CSNACCUDA
import Foundation
import Synchronization

/// A GPU by CUDA's driver API, whose library is looked for when it is asked for: a build needs no
/// CUDA.
public final class CUDAGPU: GPU {
    public let name: String
    public let architecture: Int
    public let sharedMemory: Int
    /// Its place in the machine, as `nvidia-smi` prints it.
    let busIdentifier: String
    private let driver: DriverFunctions
    private let context: DriverFunctions.Handle
    private let kernels = Mutex<[String: DriverFunctions.Handle]>([:])

    /// - Throws: ``GPUError``, one sentence, where there is no driver or no such device.
    public init(_ name: DeviceName) throws(GPUError) {
        let library: DynamicLibrary
        do {
            library = try DynamicLibrary(["libcuda.so.1", "libcuda.so"])
        } catch {
            throw GPUError("there is no NVIDIA driver on this machine: \(error)")
        }
        let driver = try DriverFunctions(library)
        self.driver = driver
        var index: Int32 = 0
        switch name {
        case .cpu: throw GPUError("a processor is no GPU")
        case .gpu(let place): index = Int32(place)
        // The driver's own way to choose a slice; it is then the only device there is.
        case .named(let uuid): setenv("CUDA_VISIBLE_DEVICES", uuid, 1)
        }
        func check(_ result: Int32) throws(GPUError) {
            guard result != 0 else { return }
            throw GPUError("\(name) cannot be used: \(driver.sentence(result))")
        }
        try check(driver.initialize(0))
        var count: Int32 = 0
        try check(driver.deviceCount(&count))
        guard index < count else {
            throw GPUError(
                count == 0
                    ? "there is no \(name): the driver sees no GPU"
                    : "there is no \(name): the last GPU is cuda:\(count - 1)")
        }
        var device: Int32 = 0
        try check(driver.device(&device, index))
        func attribute(_ attribute: Int32) throws(GPUError) -> Int {
            var value: Int32 = 0
            try check(driver.deviceAttribute(&value, attribute, device))
            return Int(value)
        }
        architecture =
            try attribute(DriverConstant.computeCapabilityMajor) * 10
            + attribute(DriverConstant.computeCapabilityMinor)
        sharedMemory = try attribute(DriverConstant.sharedMemoryOptIn)
        func text(
            _ read: (UnsafeMutablePointer<CChar>, Int32, Int32) -> Int32
        ) throws(GPUError) -> String {
            var text = [CChar](repeating: 0, count: 256)
            try check(read(&text, Int32(text.count), device))
            return String(
                decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        self.name = try text(driver.deviceName)
        busIdentifier = try text(driver.busIdentifier)
        var context: DriverFunctions.Handle = 0
        try check(driver.retainContext(&context, device))
        self.context = context
        try attach()
    }

    private func check(_ result: Int32, _ what: String) throws(GPUError) {
        guard result != 0 else { return }
        throw GPUError(
            "\(name) failed to \(what): \(driver.sentence(result))",
            isOutOfMemory: result == DriverConstant.outOfMemory)
    }

    public func memory() throws(GPUError) -> (free: Int, total: Int) {
        var (free, total) = (0, 0)
        try check(driver.memoryInfo(&free, &total), "tell its memory")
        return (free, total)
    }

    public func attach() throws(GPUError) {
        try check(driver.setContext(context), "attach a thread")
    }

    public func load(_ image: [UInt8]) throws(GPUError) {
        var module: DriverFunctions.Handle = 0
        try check(
            image.withUnsafeBytes { driver.loadModule(&module, $0.baseAddress!) }, "load kernels")
        var found: [String: DriverFunctions.Handle] = [:]
        for kernel in LayerPlan.kernels {
            var function: DriverFunctions.Handle = 0
            try check(driver.moduleFunction(&function, module, kernel), "find the kernel \(kernel)")
            try check(
                driver.setFunctionAttribute(
                    function, DriverConstant.functionSharedMemory, Int32(sharedMemory)),
                "give \(kernel) its memory")
            found[kernel] = function
        }
        kernels.withLock { $0 = found }
    }

    public func allocate(_ bytes: Int) throws(GPUError) -> DeviceAddress {
        var address: DeviceAddress = 0
        try check(driver.allocate(&address, bytes), "allocate \(bytes) bytes")
        return address
    }

    public func free(_ address: DeviceAddress) { release { driver.free(address) } }

    /// Gives something back, on whatever thread the last one lets go of it.
    private func release(_ body: () -> Int32) {
        _ = driver.setContext(context)
        _ = body()
    }

    public func allocatePinned(_ bytes: Int) throws(GPUError) -> UnsafeMutableRawPointer {
        var pointer: UnsafeMutableRawPointer?
        try check(
            driver.allocateHost(&pointer, bytes, DriverConstant.hostPortable),
            "allocate \(bytes) pinned bytes")
        return pointer!
    }

    public func freePinned(_ pointer: UnsafeMutableRawPointer) {
        release { driver.freeHost(pointer) }
    }

    public func makeQueue() throws(GPUError) -> GPUQueue {
        var stream: DriverFunctions.Handle = 0
        try check(driver.createStream(&stream, DriverConstant.streamNonBlocking), "make a stream")
        return GPUQueue(handle: stream)
    }

    public func free(_ queue: GPUQueue) { release { driver.destroyStream(queue.handle) } }

    public func finish(_ queue: GPUQueue) throws(GPUError) {
        try check(driver.synchronizeStream(queue.handle), "finish its work")
    }

    public func copy(
        _ bytes: Int, from host: UnsafeRawPointer, to device: DeviceAddress, on queue: GPUQueue
    ) throws(GPUError) {
        try check(driver.copyToDevice(device, host, bytes, queue.handle), "take a copy")
    }

    public func copy(
        _ bytes: Int, from device: DeviceAddress, to host: UnsafeMutableRawPointer,
        on queue: GPUQueue
    ) throws(GPUError) {
        try check(driver.copyToHost(host, device, bytes, queue.handle), "give a copy")
    }

    public func launch(_ launch: KernelLaunch, on queue: GPUQueue) throws(GPUError) {
        guard let function = kernels.withLock({ $0[launch.kernel] }) else {
            throw GPUError("there is no kernel \(launch.kernel)")
        }
        var layer = launch.layer
        let result = withUnsafeMutablePointer(to: &layer) { layer in
            var argument: UnsafeMutableRawPointer? = UnsafeMutableRawPointer(layer)
            return driver.launchKernel(
                function, UInt32(launch.rows), UInt32(launch.columns), 1,
                UInt32(SNAC_BLOCK_THREADS), 1, 1, UInt32(launch.sharedMemory), queue.handle,
                &argument, nil)
        }
        try check(result, "launch \(launch.kernel)")
    }

    public func record(
        on queue: GPUQueue, _ work: () throws(GPUError) -> Void
    ) throws(GPUError) -> GPURecording {
        try check(
            driver.beginCapture(queue.handle, DriverConstant.captureThreadLocal), "begin a graph")
        var graph: DriverFunctions.Handle = 0
        do throws(GPUError) {
            try work()
        } catch {
            // A capture has to be ended, whatever became of it.
            if driver.endCapture(queue.handle, &graph) == 0, graph != 0 {
                _ = driver.destroyGraph(graph)
            }
            throw error
        }
        try check(driver.endCapture(queue.handle, &graph), "end a graph")
        defer { _ = driver.destroyGraph(graph) }
        var executable: DriverFunctions.Handle = 0
        try check(driver.instantiateGraph(&executable, graph, 0), "make a graph")
        return GPURecording(handle: executable)
    }

    public func replay(_ recording: GPURecording, on queue: GPUQueue) throws(GPUError) {
        try check(driver.launchGraph(recording.handle, queue.handle), "launch a graph")
    }

    public func free(_ recording: GPURecording) {
        release { driver.destroyExecutable(recording.handle) }
    }

    public func makeMark() throws(GPUError) -> GPUMark {
        var event: DriverFunctions.Handle = 0
        try check(driver.createEvent(&event, 0), "make an event")
        return GPUMark(handle: event)
    }

    public func free(_ mark: GPUMark) { release { driver.destroyEvent(mark.handle) } }

    public func set(_ mark: GPUMark, on queue: GPUQueue) throws(GPUError) {
        try check(driver.recordEvent(mark.handle, queue.handle), "set an event")
    }

    public func time(from first: GPUMark, to second: GPUMark) throws(GPUError) -> UInt64 {
        var milliseconds: Float = 0
        try check(
            driver.elapsedTime(&milliseconds, first.handle, second.handle), "tell the time")
        return UInt64(max(0, milliseconds) * 1e6)
    }
}
