/// How busy, full, fast and warm a GPU is, by NVML, which comes with its driver.
public struct DeviceMonitor: Sendable {
    /// A look at it; nil where the device does not tell, as a slice of one does not tell its use.
    public struct Reading: Sendable {
        /// Share of the time in which something ran, 0 to 1.
        public let use: Double?
        public let memoryUsed: UInt64?
        public let memoryTotal: UInt64?
        public let clockHertz: Double?
        public let celsius: Double?
        public let watts: Double?
    }

    private typealias Out<Value> = UnsafeMutablePointer<Value>
    private let device: UInt
    private let utilization: @Sendable @convention(c) (UInt, Out<UInt32>) -> Int32
    private let memory: @Sendable @convention(c) (UInt, Out<UInt64>) -> Int32
    private let clock: @Sendable @convention(c) (UInt, Int32, Out<UInt32>) -> Int32
    private let temperature: @Sendable @convention(c) (UInt, Int32, Out<UInt32>) -> Int32
    private let power: @Sendable @convention(c) (UInt, Out<UInt32>) -> Int32

    /// - Throws: ``GPUError`` where NVML is missing or does not know the device.
    public init(_ gpu: CUDAGPU) throws(GPUError) {
        let library = try DynamicLibrary(["libnvidia-ml.so.1", "libnvidia-ml.so"])
        let start: @convention(c) () -> Int32 = try library.function("nvmlInit_v2")
        let find: @convention(c) (UnsafePointer<CChar>, Out<UInt>) -> Int32 =
            try library.function("nvmlDeviceGetHandleByPciBusId_v2")
        utilization = try library.function("nvmlDeviceGetUtilizationRates")
        memory = try library.function("nvmlDeviceGetMemoryInfo")
        clock = try library.function("nvmlDeviceGetClockInfo")
        temperature = try library.function("nvmlDeviceGetTemperature")
        power = try library.function("nvmlDeviceGetPowerUsage")
        var device: UInt = 0
        guard start() == 0, find(gpu.busIdentifier, &device) == 0 else {
            throw GPUError("NVML does not know the device \(gpu.busIdentifier)")
        }
        self.device = device
    }

    public func read() -> Reading {
        // Its structures are as many numbers: use of the GPU and of its memory's bus; total, free
        // and used bytes.
        var (rates, bytes) = ([UInt32](repeating: 0, count: 2), [UInt64](repeating: 0, count: 3))
        var (megahertz, celsius, milliwatts) = (UInt32(0), UInt32(0), UInt32(0))
        let knowsBytes = memory(device, &bytes) == 0
        // 1 is the clock of the multiprocessors, 0 the sensor on the chip.
        return Reading(
            use: utilization(device, &rates) == 0 ? Double(rates[0]) / 100 : nil,
            memoryUsed: knowsBytes ? bytes[2] : nil, memoryTotal: knowsBytes ? bytes[0] : nil,
            clockHertz: clock(device, 1, &megahertz) == 0 ? Double(megahertz) * 1e6 : nil,
            celsius: temperature(device, 0, &celsius) == 0 ? Double(celsius) : nil,
            watts: power(device, &milliwatts) == 0 ? Double(milliwatts) / 1000 : nil)
    }
}
