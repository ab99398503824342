import CSNACCUDA
import SNAC

/// A SNAC decoder's weights on a GPU, and its layers with the addresses of what they read.
final class DeviceModel: Sendable {
    let gpu: any GPU
    let plan: LayerPlan
    let precision: Precision
    /// The plan's layers; who runs them fills in `batch`, `in` and `out`.
    let layers: [DeviceLayer]
    private let memory: [DeviceMemory]

    /// - Throws: ``CheckpointError``, or ``GPUError``.
    init(
        gpu: any GPU, configuration: SNACConfiguration, checkpoint: Checkpoint,
        precision: Precision
    ) throws {
        try configuration.validate()
        try checkpoint.verify(configuration)
        self.gpu = gpu
        self.precision = precision
        plan = LayerPlan(configuration)
        let queue = try gpu.makeQueue()
        defer { gpu.free(queue) }
        var memory: [DeviceMemory] = []
        func upload<Value: BitwiseCopyable>(_ values: [Value]) throws(GPUError) -> DeviceAddress? {
            guard !values.isEmpty else { return nil }
            let held = try DeviceMemory.holding(values, on: gpu, queue: queue)
            memory.append(held)
            return held.address
        }
        var layers: [DeviceLayer] = []
        for layer in plan.layers {
            let weights = try LayerWeights(layer, checkpoint, configuration, precision)
            guard layer.sharedMemory(precision) <= gpu.sharedMemory else {
                throw GPUError(
                    "\(gpu.name) has too little shared memory for the layer \(layer.key)")
            }
            var constants = snac_layer()
            constants.weights = UnsafeRawPointer(device: try upload(weights.weights))
            constants.bias = .init(device: try upload(weights.bias))
            constants.taps = .init(device: try upload(weights.taps))
            constants.snake_before = .init(device: try upload(weights.snakeBefore))
            constants.snake_after = .init(device: try upload(weights.snakeAfter))
            if layer.kind == .features {
                constants.codebook.0 = .init(device: try upload(weights.codebooks[0]))
                constants.codebook.1 = .init(device: try upload(weights.codebooks[1]))
                constants.codebook.2 = .init(device: try upload(weights.codebooks[2]))
            }
            constants.code_floats = Int32(weights.codeFloats)
            constants.depth = Int32(layer.kind == .features ? weights.featureDepth : layer.depth)
            constants.columns = Int32(layer.columns)
            constants.rate = Int32(layer.rate)
            constants.delay = Int64(layer.delay)
            constants.dilation = Int32(layer.dilation)
            constants.stride = Int32(layer.stride)
            constants.block = Int32(layer.block)
            constants.held = Int32(layer.held)
            constants.history = Int64(layer.history)
            layers.append(DeviceLayer(layer: layer, constants: constants))
        }
        self.layers = layers
        self.memory = memory
    }
}

/// A layer of the plan, and what its kernel is told of it.
///
/// `@unchecked Sendable`: the pointers are addresses on a device; nobody here follows them.
struct DeviceLayer: @unchecked Sendable {
    let layer: LayerPlan.Layer
    let constants: snac_layer
}

extension UnsafeRawPointer {
    /// What the device calls that address.
    init?(device address: DeviceAddress?) {
        self.init(bitPattern: UInt(address ?? 0))
    }
}

extension UnsafePointer {
    init?(device address: DeviceAddress?) {
        self.init(bitPattern: UInt(address ?? 0))
    }
}

extension UnsafeMutablePointer {
    init?(device address: DeviceAddress?) {
        self.init(bitPattern: UInt(address ?? 0))
    }
}
