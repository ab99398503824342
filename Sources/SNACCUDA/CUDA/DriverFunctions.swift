/// The functions of CUDA's driver API that are used here, by the names of NVIDIA's reference.
/// Handles are addresses; results are 0 for success.
struct DriverFunctions: Sendable {
    typealias Handle = UInt
    typealias Out<Value> = UnsafeMutablePointer<Value>

    let initialize: @Sendable @convention(c) (UInt32) -> Int32
    let errorName: @Sendable @convention(c) (Int32, Out<UnsafePointer<CChar>?>) -> Int32
    let errorString: @Sendable @convention(c) (Int32, Out<UnsafePointer<CChar>?>) -> Int32
    let deviceCount: @Sendable @convention(c) (Out<Int32>) -> Int32
    let device: @Sendable @convention(c) (Out<Int32>, Int32) -> Int32
    let deviceName: @Sendable @convention(c) (Out<CChar>, Int32, Int32) -> Int32
    let deviceAttribute: @Sendable @convention(c) (Out<Int32>, Int32, Int32) -> Int32
    let busIdentifier: @Sendable @convention(c) (Out<CChar>, Int32, Int32) -> Int32
    let retainContext: @Sendable @convention(c) (Out<Handle>, Int32) -> Int32
    let setContext: @Sendable @convention(c) (Handle) -> Int32
    let memoryInfo: @Sendable @convention(c) (Out<Int>, Out<Int>) -> Int32
    let loadModule: @Sendable @convention(c) (Out<Handle>, UnsafeRawPointer) -> Int32
    let moduleFunction:
        @Sendable @convention(c) (Out<Handle>, Handle, UnsafePointer<CChar>) -> Int32
    let setFunctionAttribute: @Sendable @convention(c) (Handle, Int32, Int32) -> Int32
    let allocate: @Sendable @convention(c) (Out<UInt64>, Int) -> Int32
    let free: @Sendable @convention(c) (UInt64) -> Int32
    let allocateHost: @Sendable @convention(c) (Out<UnsafeMutableRawPointer?>, Int, UInt32) -> Int32
    let freeHost: @Sendable @convention(c) (UnsafeMutableRawPointer) -> Int32
    let createStream: @Sendable @convention(c) (Out<Handle>, UInt32) -> Int32
    let destroyStream: @Sendable @convention(c) (Handle) -> Int32
    let synchronizeStream: @Sendable @convention(c) (Handle) -> Int32
    let copyToDevice: @Sendable @convention(c) (UInt64, UnsafeRawPointer, Int, Handle) -> Int32
    let copyToHost: @Sendable @convention(c) (UnsafeMutableRawPointer, UInt64, Int, Handle) -> Int32
    let launchKernel:
        @Sendable @convention(c) (
            Handle, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, UInt32, Handle,
            Out<UnsafeMutableRawPointer?>, Out<UnsafeMutableRawPointer?>?
        ) -> Int32
    let beginCapture: @Sendable @convention(c) (Handle, Int32) -> Int32
    let endCapture: @Sendable @convention(c) (Handle, Out<Handle>) -> Int32
    let instantiateGraph: @Sendable @convention(c) (Out<Handle>, Handle, UInt64) -> Int32
    let destroyGraph: @Sendable @convention(c) (Handle) -> Int32
    let launchGraph: @Sendable @convention(c) (Handle, Handle) -> Int32
    let destroyExecutable: @Sendable @convention(c) (Handle) -> Int32
    let createEvent: @Sendable @convention(c) (Out<Handle>, UInt32) -> Int32
    let destroyEvent: @Sendable @convention(c) (Handle) -> Int32
    let recordEvent: @Sendable @convention(c) (Handle, Handle) -> Int32
    let elapsedTime: @Sendable @convention(c) (Out<Float>, Handle, Handle) -> Int32

    init(_ library: DynamicLibrary) throws(GPUError) {
        initialize = try library.function("cuInit")
        errorName = try library.function("cuGetErrorName")
        errorString = try library.function("cuGetErrorString")
        deviceCount = try library.function("cuDeviceGetCount")
        device = try library.function("cuDeviceGet")
        deviceName = try library.function("cuDeviceGetName")
        deviceAttribute = try library.function("cuDeviceGetAttribute")
        busIdentifier = try library.function("cuDeviceGetPCIBusId")
        retainContext = try library.function("cuDevicePrimaryCtxRetain")
        setContext = try library.function("cuCtxSetCurrent")
        memoryInfo = try library.function("cuMemGetInfo_v2")
        loadModule = try library.function("cuModuleLoadData")
        moduleFunction = try library.function("cuModuleGetFunction")
        setFunctionAttribute = try library.function("cuFuncSetAttribute")
        allocate = try library.function("cuMemAlloc_v2")
        free = try library.function("cuMemFree_v2")
        allocateHost = try library.function("cuMemHostAlloc")
        freeHost = try library.function("cuMemFreeHost")
        createStream = try library.function("cuStreamCreate")
        destroyStream = try library.function("cuStreamDestroy_v2")
        synchronizeStream = try library.function("cuStreamSynchronize")
        copyToDevice = try library.function("cuMemcpyHtoDAsync_v2")
        copyToHost = try library.function("cuMemcpyDtoHAsync_v2")
        launchKernel = try library.function("cuLaunchKernel")
        beginCapture = try library.function("cuStreamBeginCapture_v2")
        endCapture = try library.function("cuStreamEndCapture")
        instantiateGraph = try library.function("cuGraphInstantiateWithFlags")
        destroyGraph = try library.function("cuGraphDestroy")
        launchGraph = try library.function("cuGraphLaunch")
        destroyExecutable = try library.function("cuGraphExecDestroy")
        createEvent = try library.function("cuEventCreate")
        destroyEvent = try library.function("cuEventDestroy_v2")
        recordEvent = try library.function("cuEventRecord")
        elapsedTime = try library.function("cuEventElapsedTime")
    }

    /// The driver's words for a result.
    func sentence(_ result: Int32) -> String {
        func text(_ find: (Int32, Out<UnsafePointer<CChar>?>) -> Int32) -> String? {
            var text: UnsafePointer<CChar>?
            return find(result, &text) == 0 ? text.map { String(cString: $0) } : nil
        }
        let name = text(errorName) ?? "error \(result)"
        return text(errorString).map { "\($0) (\(name))" } ?? name
    }
}

/// Numbers of CUDA's driver API (cuda.h).
enum DriverConstant {
    static let outOfMemory: Int32 = 2
    static let computeCapabilityMajor: Int32 = 75
    static let computeCapabilityMinor: Int32 = 76
    static let sharedMemoryOptIn: Int32 = 97
    static let functionSharedMemory: Int32 = 8
    static let hostPortable: UInt32 = 1
    static let streamNonBlocking: UInt32 = 1
    /// Other threads may allocate while one records.
    static let captureThreadLocal: Int32 = 1
}
