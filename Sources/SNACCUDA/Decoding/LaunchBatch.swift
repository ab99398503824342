import SNAC

/// What streams bring to a launch or several: each step is cut where a launch is full.
struct LaunchBatch {
    /// Part of a stream's step.
    struct Piece {
        /// The stream's place in the batch.
        let index: Int
        let stream: CUDAStream
        /// Two latent steps each; zeros stand behind them up to `count` latent steps.
        var codes: ArraySlice<HalfFrame>
        var time: Int
        var count: Int
        /// Whether it brings the step's last samples.
        var isLast = true
    }

    /// The launches' pieces, of at most `limit` latent steps together.
    static func launches(
        _ steps: [(stream: CUDAStream, step: StreamPosition.Step)], limit: Int
    ) -> [[Piece]] {
        var launches: [[Piece]] = []
        var room = 0
        for (index, item) in steps.enumerated() {
            var rest = Piece(
                index: index, stream: item.stream, codes: item.step.codes[...],
                time: item.step.time, count: item.step.count)
            // A launch has one piece of a stream: the next one reads what it wrote.
            while rest.count > 0 {
                if room == 0 {
                    launches.append([])
                    room = limit
                }
                var piece = rest
                piece.count = min(room, rest.count)
                piece.codes = rest.codes.prefix(piece.count / HalfFrame.latentSteps)
                rest.codes = rest.codes.dropFirst(piece.codes.count)
                rest.time += piece.count
                rest.count -= piece.count
                piece.isLast = rest.count == 0
                room -= piece.count
                launches[launches.count - 1].append(piece)
            }
        }
        return launches
    }
}
