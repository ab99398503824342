import CoreMetrics
import Logging
import SNACCUDA

/// Gauges of a GPU, looked up when somebody asks.
struct DeviceMetrics: Sendable {
    private let monitor: DeviceMonitor?
    private let use: Meter
    private let memoryUsed: Meter
    private let memoryTotal: Meter
    private let clock: Meter
    private let temperature: Meter
    private let power: Meter

    init(_ name: DeviceName, _ gpu: CUDAGPU, logger: Logger) {
        do {
            monitor = try DeviceMonitor(gpu)
        } catch {
            monitor = nil
            logger.warning("the GPU is not watched", metadata: ["reason": "\(error)"])
        }
        let labels = [("device", name.description), ("model", gpu.name)]
        use = Meter(label: "lyre_decoder_gpu_utilization_ratio", dimensions: labels)
        memoryUsed = Meter(label: "lyre_decoder_gpu_memory_used_bytes", dimensions: labels)
        memoryTotal = Meter(label: "lyre_decoder_gpu_memory_total_bytes", dimensions: labels)
        clock = Meter(label: "lyre_decoder_gpu_clock_hertz", dimensions: labels)
        temperature = Meter(label: "lyre_decoder_gpu_temperature_celsius", dimensions: labels)
        power = Meter(label: "lyre_decoder_gpu_power_watts", dimensions: labels)
    }

    func update() {
        guard let reading = monitor?.read() else { return }
        if let value = reading.use { use.set(value) }
        if let value = reading.memoryUsed { memoryUsed.set(Double(value)) }
        if let value = reading.memoryTotal { memoryTotal.set(Double(value)) }
        if let value = reading.clockHertz { clock.set(value) }
        if let value = reading.celsius { temperature.set(value) }
        if let value = reading.watts { power.set(value) }
    }
}
