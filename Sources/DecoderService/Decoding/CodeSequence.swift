import LyreRPC
import Orpheus
import SNAC

/// The codes of a stream as they come: seven a frame in the order of tokens, cut anywhere.
///
/// Four codes of a frame are its first half; with its seventh the second half is known.
package struct CodeSequence {
    /// Codes of the frame that is not whole yet.
    private var begun: [UInt16] = []
    private var count = 0

    package init() {}

    /// Whole half frames so far.
    package private(set) var halves = 0

    /// Takes the codes that follow.
    /// - Returns: The half frames that become known.
    /// - Throws: INVALID_ARGUMENT, naming the frame, counted from the stream's first, and its code.
    package mutating func push(_ codes: [UInt32]) throws(RPCError) -> [HalfFrame] {
        var known: [HalfFrame] = []
        known.reserveCapacity(codes.count * 2 / Slot.count + 1)
        for code in codes {
            guard code < Slot.codebookSize else {
                throw .badFrame(.badFrame(count / Slot.count, .codeOutOfRange(Int(code))))
            }
            begun.append(UInt16(code))
            count += 1
            switch begun.count {
            case 4:
                known.append(
                    HalfFrame(level0: begun[0], level1: begun[1], level2: (begun[2], begun[3])))
            case Slot.count:
                known.append(
                    HalfFrame(level0: begun[0], level1: begun[4], level2: (begun[5], begun[6])))
                begun.removeAll(keepingCapacity: true)
            default: break
            }
        }
        halves += known.count
        return known
    }

    /// No codes will follow.
    /// - Throws: INVALID_ARGUMENT within a frame.
    package func end() throws(RPCError) {
        guard begun.isEmpty else { throw .badFrame(.notWhole(count)) }
    }
}

extension RPCError {
    static func badFrame(_ error: FrameListError) -> RPCError {
        RPCError(.invalidArgument, "\(error)", reason: "bad_frame")
    }
}
