/// What one measurement of ``DecoderBenchmark`` saw.
struct DecoderRun {
    let kernels: String
    var cpuSeconds = 0.0
    var audioSeconds = 0.0
    /// Milliseconds of each call.
    var calls: [Double] = []
    /// Of the call's time, what went into codes to latents; nil for the encoder.
    var featuresShare: Double?
    /// Floating-point operations of the products and convolutions.
    var operations = 0.0
    /// Operations a second of registers alone, by the same instructions.
    var peak = 0.0

    init(kernels: String) { self.kernels = kernels }

    /// CPU-seconds a second of audio.
    var cost: Double { cpuSeconds / audioSeconds }
    /// The share of the measured peak that products and convolutions make use of.
    var peakShare: Double { operations / cpuSeconds / peak }
}
