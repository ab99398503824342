import Orpheus

/// Listens to codes for what no speech does: to say the same again and again, or nothing for long.
///
/// It sees the coarse code of each frame only. Sampled loops repeat it where finer codes differ, and
/// silence is one coarse code that stays; which one is the codec's business.
package struct SpeechGuard: Sendable {
    package enum Finding: String, Sendable {
        case silence, loop
    }

    /// Frames of one coarse code that are too many: 3.4 s.
    package static let longestSilence = 40
    /// Frames that a loop may go on for, 4.1 s, and rounds of it.
    package static let longestLoop = 48
    package static let rounds = 4
    /// The longest round that is noticed: 2 s.
    package static let longestRound = 24

    /// The last coarse codes, a ring.
    private var codes = [UInt16](repeating: .max, count: longestRound)
    private var count = 0
    /// For each length of a round, how many frames in a row said what was said a round ago.
    private var runs = [Int](repeating: 0, count: longestRound + 1)

    package init() {}

    /// The frames so far have all the same coarse code: nothing has been said yet.
    package var isStill: Bool { runs[1] + 1 >= count }

    /// - Returns: What is wrong with the stream by now; nil while nothing is.
    package mutating func push(_ coarse: UInt16) -> Finding? {
        for round in 1...Self.longestRound where count >= round {
            let before = codes[(count - round) % Self.longestRound]
            // A single code that differs does not make a loop speech.
            runs[round] = before == coarse ? runs[round] + 1 : max(0, runs[round] - 8)
        }
        if count > 0, codes[(count - 1) % Self.longestRound] != coarse { runs[1] = 0 }
        codes[count % Self.longestRound] = coarse
        count += 1
        if runs[1] + 1 >= Self.longestSilence { return .silence }
        // Silence is a loop of every length; that is not what is looked for here.
        let isLoop = (2...Self.longestRound).contains { round in
            runs[round] >= max(Self.longestLoop, Self.rounds * round)
        }
        return isLoop ? .loop : nil
    }
}
