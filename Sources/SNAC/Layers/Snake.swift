import CSNACKernels

/// The activation `x + sin²(αx) / (α + 1e-9)`, one α a channel.
struct Snake: Sendable {
    private let turns: Constants
    private let reciprocal: Constants
    let channels: Int

    /// Padding has α = 1, and keeps zeros zero.
    init(_ alpha: Tensor) {
        channels = Kernels.padded(alpha.values.count)
        let padding = [Float](repeating: 1, count: channels - alpha.values.count)
        let values = alpha.values + padding
        turns = Constants(values.map { Float(Double($0) / .pi) }, paddedTo: channels)
        reciprocal = Constants(values.map { 1 / ($0 + 1e-9) }, paddedTo: channels)
    }

    var parameters: snac_snake { snac_snake(turns: turns.base, reciprocal: reciprocal.base) }

    func apply(
        _ rows: UnsafePointer<Float>, count: Int, to output: UnsafeMutablePointer<Float>,
        _ kernels: Kernels
    ) {
        var parameters = parameters
        kernels.table.pointee.snake(&parameters, channels, count, rows, output)
    }

    /// Writes operands of a product.
    func activate(
        _ rows: UnsafePointer<Float>, count: Int, to output: UnsafeMutableRawPointer,
        _ kernels: Kernels
    ) {
        var parameters = parameters
        kernels.table.pointee.activate(&parameters, channels, count, rows, output)
    }
}
