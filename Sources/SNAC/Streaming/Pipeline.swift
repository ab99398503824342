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

    /// Feeds rows in, and hands what comes out to `sink`.
    func run(_ rows: Rows, _ state: StreamState, _ work: Workspace, _ sink: (Rows) -> Void) {
        run(rows, from: 0, state, work, sink)
    }

    private func run(
        _ rows: Rows, from index: Int, _ state: StreamState, _ work: Workspace,
        _ sink: (Rows) -> Void
    ) {
        guard index < stages.count else { return sink(rows) }
        let stage = stages[index]
        var done = 0
        while done < rows.count {
            let slice = rows.dropFirst(done, keeping: stage.sliceRows)
            let output = stage.apply(slice, to: work.outputs[index].base, state, work)
            run(output, from: index + 1, state, work, sink)
            done += slice.count
        }
    }
}
