import LyreRPC
import Orpheus
import SNAC
import WireMessages

extension SNACFrame {
    /// The whole frames of a message.
    /// - Throws: INVALID_ARGUMENT, naming the frame and what is wrong with it.
    static func list(_ frames: CodeFrames) throws(RPCError) -> [SNACFrame] {
        do {
            return try Frame.list(frames.codes).map(SNACFrame.init)
        } catch {
            throw .badFrame(error)
        }
    }

    /// From seven codes in the order of tokens.
    init(_ frame: Frame) {
        // Orpheus' frame and SNAC's have the same levels: one code, two, four.
        self.init(levels: frame.levels)!
    }

    /// As seven codes in the order of tokens.
    var wireCodes: [UInt32] {
        [level0, level1.0, level2.0, level2.1, level1.1, level2.2, level2.3].map(UInt32.init)
    }
}
