/// Stages one after another. Each slice of a stage's output goes through all later stages before
/// the next slice is computed; the result is the same for every slicing.
struct Pipeline: Sendable {
    let stages: [any Stage]

    func makeWorkspace(_ kernels: Kernels) -> Workspace {
        Workspace(
            kernels: kernels,
            needs: stages.reduce(ScratchNeeds()) { $0.union($1.needs) },
            outputs: stages.map(\.outputFloats))
    }

    /// Feeds a batch in, and hands what comes out to `sink`.
    func run(_ batch: Batch, _ work: Workspace, _ sink: (Batch) -> Void) {
        run(batch, from: 0, work, sink)
    }

    private func run(_ batch: Batch, from index: Int, _ work: Workspace, _ sink: (Batch) -> Void) {
        guard index < stages.count else { return sink(batch) }
        let stage = stages[index]
        batch.forEachSlice(stage.sliceRows) { slice in
            let output = stage.apply(slice, to: work.outputs[index].base, work)
            run(output, from: index + 1, work, sink)
        }
    }
}
