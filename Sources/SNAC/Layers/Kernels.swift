import CSNACKernels

/// One implementation of the arithmetic. Output is bit-identical for one implementation on any
/// cut of a signal; between implementations it differs in the last bits.
///
/// `@unchecked Sendable`: the table is a constant of the C module, written by nobody.
public struct Kernels: @unchecked Sendable {
    let table: UnsafePointer<snac_kernels>

    /// The fastest implementation that this machine has.
    public static let best = Kernels(table: snac_kernels_best())

    /// Every implementation that this machine has, fastest first.
    public static let available = ["avx512", "avx2", "portable"].compactMap(Kernels.init(named:))

    /// `avx512`, `avx2` or `portable`; nil where this machine lacks it.
    public init?(named name: String) {
        guard let table = snac_kernels_named(name) else { return nil }
        self.table = table
    }

    private init(table: UnsafePointer<snac_kernels>) {
        self.table = table
    }

    public var name: String { String(cString: table.pointee.name) }

    /// Channels padded to whole vectors.
    static func padded(_ channels: Int) -> Int {
        (channels + Int(SNAC_VECTOR) - 1) / Int(SNAC_VECTOR) * Int(SNAC_VECTOR)
    }
}
