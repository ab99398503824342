/// A few layers that run together on a slice of rows, small enough that what lies between them
/// stays in the processor's cache.
protocol Stage: Sendable {
    /// Most rows that a call takes, of all lanes.
    var sliceRows: Int { get }
    /// Floats that the output of a full slice takes.
    var outputFloats: Int { get }
    var needs: ScratchNeeds { get }

    /// Computes the rows that this input makes known, into `output`.
    func apply(
        _ input: Batch, to output: UnsafeMutablePointer<Float>, _ work: Workspace
    ) -> Batch
}
