import SNAC
import TestSupport

extension SeededGenerator {
    /// Random frames of codebooks of `size` codes.
    mutating func frames(_ count: Int, size: UInt16) -> [SNACFrame] {
        (0..<count).map { _ in
            let code = (0..<7).map { _ in UInt16.random(in: 0..<size, using: &self) }
            return SNACFrame(
                level0: code[0], level1: (code[1], code[2]),
                level2: (code[3], code[4], code[5], code[6]))
        }
    }

    /// `count` cut into pieces of 1 to `longest`.
    mutating func pieces(of count: Int, longest: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        while start < count {
            let end = min(count, start + Int.random(in: 1...longest, using: &self))
            pieces.append(start..<end)
            start = end
        }
        return pieces
    }
}

extension SNACFrame {
    /// Seven codes in the order of tokens, as proto/README.md has it.
    var tokens: [UInt32] {
        [level0, level1.0, level2.0, level2.1, level1.1, level2.2, level2.3].map(UInt32.init)
    }
}

extension HalfFrame {
    static let any = HalfFrame(level0: 0, level1: 0, level2: (0, 0))
}
