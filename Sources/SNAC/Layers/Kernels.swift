import CSNACKernels

/// One implementation of the arithmetic. Output is bit-identical for one implementation on any
/// cut of a signal and in any batch; between implementations it differs in the last bits.
///
/// `@unchecked Sendable`: the table is a constant of the C module, written by nobody.
public struct Kernels: @unchecked Sendable {
    let table: UnsafePointer<snac_kernels>

    /// The fastest implementation that this machine has and that multiplies floats.
    public static let best = Kernels(table: snac_kernels_best())

    /// All names, fastest first; `avx512bf16` multiplies bfloat16 and is never chosen unasked.
    public static let names = ["avx512bf16", "avx512", "avx2", "portable"]

    /// Every implementation that this machine has and that multiplies floats, fastest first.
    public static let available = names.compactMap(Kernels.init(named:)).filter(\.areExact)

    /// One of ``names``; nil where this machine lacks it.
    public init?(named name: String) {
        guard let table = snac_kernels_named(name) else { return nil }
        self.table = table
    }

    /// The implementation of that name, or the best where there is no name.
    /// - Throws: ``KernelsError``, whose sentence says what there is.
    public static func chosen(_ name: String?) throws(KernelsError) -> Kernels {
        guard let name else { return .best }
        guard let kernels = Kernels(named: name) else { throw KernelsError(name: name) }
        return kernels
    }

    private init(table: UnsafePointer<snac_kernels>) {
        self.table = table
    }

    public var name: String { String(cString: table.pointee.name) }

    /// Whether products multiply floats, and not something shorter.
    public var areExact: Bool { operandBytes == MemoryLayout<Float>.size }

    /// Multiplies registers with registers as fast as this processor can, `rounds` times in every
    /// accumulator: how many floating-point operations that was. The caller has the clock.
    public func multiplyRegisters(rounds: Int) -> Double {
        let sums = FloatBuffer(count: Int(SNAC_VECTOR))
        return table.pointee.peak(rounds, sums.base)
    }

    /// For what must not be rounded to bfloat16: itself, or the float kernels of this machine.
    var exact: Kernels { areExact ? self : .best }

    /// Bytes of what a product reads.
    var operandBytes: Int { table.pointee.operand }

    /// Channels padded to whole vectors.
    static func padded(_ channels: Int) -> Int {
        (channels + Int(SNAC_VECTOR) - 1) / Int(SNAC_VECTOR) * Int(SNAC_VECTOR)
    }
}
