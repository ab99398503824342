import CSNACKernels

/// The activation `x + sin²(αx) / (α + 1e-9)`, one α a channel. Padding has α = 1, and keeps zeros
/// zero.
struct Snake: Sendable {
    /// α / π: how many half turns of the sine an x of 1 is.
    let turns: [Float]
    /// 1 / (α + 1e-9).
    let reciprocal: [Float]
    private let turnsAtPlace: Constants
    private let reciprocalAtPlace: Constants

    init(_ alpha: Tensor) {
        let channels = Kernels.padded(alpha.values.count)
        let padding = [Float](repeating: 1, count: channels - alpha.values.count)
        let values = alpha.values + padding
        turns = values.map { Float(Double($0) / .pi) }
        reciprocal = values.map { 1 / ($0 + 1e-9) }
        turnsAtPlace = Constants(turns, paddedTo: channels)
        reciprocalAtPlace = Constants(reciprocal, paddedTo: channels)
    }

    private var parameters: snac_snake {
        snac_snake(turns: turnsAtPlace.base, reciprocal: reciprocalAtPlace.base)
    }

    func apply(
        _ rows: UnsafePointer<Float>, count: Int, to output: UnsafeMutablePointer<Float>,
        _ kernels: Kernels
    ) {
        var parameters = parameters
        kernels.table.pointee.snake(&parameters, turns.count, count, rows, output)
    }

    /// Writes operands of a product.
    func activate(
        _ rows: UnsafePointer<Float>, count: Int, to output: UnsafeMutableRawPointer,
        _ kernels: Kernels
    ) {
        var parameters = parameters
        kernels.table.pointee.activate(&parameters, turns.count, count, rows, output)
    }
}
