import CSNACKernels

/// A packed matrix and its bias: the weights of every convolution that is not depthwise.
struct Matrix: Sendable {
    /// Rows and columns, both padded.
    let inputs: Int
    let outputs: Int
    private let kernels: Kernels
    private let panels: Constants
    private let bias: Constants?

    /// Packs the matrix whose element is `weight(input, output)`, for padded indices as well.
    init(
        inputs: Int, outputs: Int, bias: [Float]?, _ kernels: Kernels,
        weight: (Int, Int) -> Float
    ) {
        let matrix = [Float](unsafeUninitializedCapacity: inputs * outputs) { buffer, filled in
            for input in 0..<inputs {
                for output in 0..<outputs {
                    buffer[input * outputs + output] = weight(input, output)
                }
            }
            filled = inputs * outputs
        }
        self.inputs = inputs
        self.outputs = outputs
        self.kernels = kernels
        self.bias = bias.map { Constants($0, paddedTo: outputs) }
        let bytes = (inputs + inputs % 2) * outputs * kernels.operandBytes
        panels = Constants(count: bytes / MemoryLayout<Float>.size) { packed in
            kernels.table.pointee.pack(matrix, inputs, outputs, packed.baseAddress!)
        }
    }

    /// A convolution of kernel 1: `weight` is [Cout, Cin, 1].
    init(pointwise weight: Tensor, bias: [Float]?, _ kernels: Kernels) {
        let (outputs, inputs) = (weight.shape[0], weight.shape[1])
        self.init(
            inputs: Kernels.padded(inputs), outputs: Kernels.padded(outputs), bias: bias, kernels
        ) {
            $0 < inputs && $1 < outputs ? weight.values[$1 * inputs + $0] : 0
        }
    }

    func apply(_ runs: [snac_run]) {
        var matrix = snac_matrix(
            k: inputs, n: outputs, panels: panels.base, bias: bias?.base)
        kernels.table.pointee.product(&matrix, runs, runs.count)
    }

    /// A run of rows that lie one after another, with nothing added.
    func run(
        _ rows: Int, from input: UnsafeRawPointer, stride: Int? = nil,
        to output: UnsafeMutablePointer<Float>
    ) -> snac_run {
        snac_run(
            rows: rows, in: input, in_stride: stride ?? inputs, out: output, out_stride: outputs,
            skip: nil, skip_stride: 0, noise: nil)
    }
}
