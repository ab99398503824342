import CSNACKernels

/// The activation `x + sin²(αx) / (α + 1e-9)`, one α a channel.
struct Snake: Sendable {
    private let alpha: Constants
    private let reciprocal: Constants
    private let channels: Int

    /// Padding has α = 1, and keeps zeros zero.
    init(_ alpha: Tensor) {
        channels = Kernels.padded(alpha.values.count)
        let padding = [Float](repeating: 1, count: channels - alpha.values.count)
        let values = alpha.values + padding
        self.alpha = Constants(values, paddedTo: channels)
        reciprocal = Constants(values.map { 1 / ($0 + 1e-9) }, paddedTo: channels)
    }

    var parameters: snac_snake { snac_snake(alpha: alpha.base, reciprocal: reciprocal.base) }

    func apply(_ rows: Rows, to output: UnsafeMutablePointer<Float>, _ kernels: Kernels) {
        var parameters = parameters
        kernels.table.pointee.snake(&parameters, channels, rows.count, rows.base, output)
    }
}
