import Orpheus
import SNAC

extension SNACFrame {
    /// From seven codes in the order of tokens.
    init(_ frame: Frame) {
        let levels = frame.levels
        self.init(
            level0: levels[0][0], level1: (levels[1][0], levels[1][1]),
            level2: (levels[2][0], levels[2][1], levels[2][2], levels[2][3]))
    }

    /// As seven codes in the order of tokens.
    var tokenOrder: [UInt16] {
        [level0, level1.0, level2.0, level2.1, level1.1, level2.2, level2.3]
    }
}
