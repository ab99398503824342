import Orpheus
import SNAC

extension SNACFrame {
    /// From seven codes in the order of tokens.
    init(_ frame: Frame) {
        // Orpheus' frame and SNAC's have the same levels: one code, two, four.
        self.init(levels: frame.levels)!
    }

    /// As seven codes in the order of tokens.
    var tokenOrder: [UInt16] {
        [level0, level1.0, level2.0, level2.1, level1.1, level2.2, level2.3]
    }
}
