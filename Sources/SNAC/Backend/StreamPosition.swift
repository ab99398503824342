/// Where a stream stands in its utterance: what every backend keeps of it, beside what its layers
/// remember.
package struct StreamPosition: Sendable {
    /// Latent steps so far, counted from the utterance's first.
    package private(set) var steps: Int
    /// The first sample that is the stream's to give.
    package let firstSample: Int
    /// Codes of frames before the first one, until the first step.
    package private(set) var pending: [HalfFrame]
    /// Latent steps from the start to the end, as soon as it is known.
    package private(set) var end: Int?

    /// What a step decodes: these codes, which begin at latent step `time`, and zeros behind them
    /// up to `count` latent steps.
    package struct Step {
        package let codes: [HalfFrame]
        package let time: Int
        package let count: Int
    }

    /// - Parameter context: The frames before `firstFrame`: three, or all where there are fewer.
    /// - Throws: ``SNACError``.
    package init(
        firstFrame: Int, context: [SNACFrame], codebookSize: Int
    ) throws(SNACError) {
        guard firstFrame >= 0 else { throw .negativeFirstFrame(firstFrame) }
        let needed = min(firstFrame, SNACFrame.context)
        guard context.count == needed else {
            throw .wrongContext(frames: context.count, needed: needed)
        }
        pending = context.flatMap(\.halves)
        try pending.validate(codebookSize: codebookSize, first: firstFrame - needed)
        steps = (firstFrame - needed) * SNACFrame.latentSteps
        firstSample = firstFrame * SNACFrame.samples
    }

    /// Where a snapshot was taken.
    /// - Throws: ``SNACError/foreignSnapshot(_:)``, or for a code that there is not.
    package init(_ snapshot: StreamSnapshot, codebookSize: Int) throws(SNACError) {
        let codes = snapshot.pending
        guard snapshot.steps >= 0, snapshot.firstSample >= 0, codes.count % 4 == 0 else {
            throw .foreignSnapshot("its position is impossible")
        }
        steps = snapshot.steps
        firstSample = snapshot.firstSample
        pending = stride(from: 0, to: codes.count, by: 4).map {
            HalfFrame(
                level0: codes[$0], level1: codes[$0 + 1], level2: (codes[$0 + 2], codes[$0 + 3]))
        }
        if snapshot.isFinished { end = steps }
        try pending.validate(codebookSize: codebookSize, first: steps / SNACFrame.latentSteps)
    }

    /// Takes the step that these codes bring: what waits before them, and the zeros that follow the
    /// last.
    package mutating func begin(_ codes: [HalfFrame], isLast: Bool) -> Step {
        precondition(end == nil, "a finished stream takes no more steps")
        let all = pending + codes
        pending = []
        let (time, known) = (steps, all.count * HalfFrame.latentSteps)
        steps += known
        if isLast { end = steps }
        return Step(codes: all, time: time, count: known + (isLast ? Vocoder.flushSteps : 0))
    }

    /// The samples that are the stream's to give.
    package var valid: Range<Int> {
        let end = end.map { $0 * SNACFrame.samplesPerStep } ?? .max
        return firstSample..<Swift.max(firstSample, end)
    }

    package func snapshot(by backend: String, caches: [Float], noise: NoiseSource) -> StreamSnapshot
    {
        StreamSnapshot(
            backend: backend, caches: caches, steps: steps, firstSample: firstSample,
            seed: noise.seed, pending: pending.flatMap(\.codes), isFinished: end != nil)
    }
}
