import DecoderService
import LyreRPC
import SNAC
import TestSupport
import Testing

@Suite struct CodeSequenceTests {
    @Test func everyCutGivesTheSameHalfFrames() throws {
        var random = SeededGenerator(seed: 1)
        let frames = random.frames(20, size: 4096)
        let codes = frames.flatMap(\.tokens)
        for longest in [1, 3, 7, 50] {
            var sequence = CodeSequence()
            var halves: [HalfFrame] = []
            for piece in random.pieces(of: codes.count, longest: longest) {
                halves += try sequence.push(Array(codes[piece]))
                #expect(sequence.halves == halves.count)
            }
            try sequence.end()
            #expect(halves == frames.flatMap(\.halves))
        }
    }

    @Test func fourCodesAreHalfAFrame() throws {
        var sequence = CodeSequence()
        #expect(try sequence.push([1, 2, 3]) == [])
        #expect(
            try sequence.push([4]) == [HalfFrame(level0: 1, level1: 2, level2: (3, 4))])
        #expect(
            try sequence.push([5, 6, 7]) == [HalfFrame(level0: 1, level1: 5, level2: (6, 7))])
    }

    @Test(arguments: 1...6)
    func anEndWithinAFrameIsRefused(count: Int) throws {
        var sequence = CodeSequence()
        _ = try sequence.push([UInt32](repeating: 1, count: 7 + count))
        let error = #expect(throws: RPCError.self) { try sequence.end() }
        #expect(error?.code == .invalidArgument)
        #expect(error?.status.reason == "bad_frame")
        #expect(error?.status.message == "\(7 + count) codes are no whole frames of 7")
    }

    @Test(arguments: [4096, .max] as [UInt32])
    func codesThatAreNoneAreNamed(code: UInt32) throws {
        var sequence = CodeSequence()
        _ = try sequence.push([UInt32](repeating: 1, count: 14))
        let error = #expect(throws: RPCError.self) { try sequence.push([0, code]) }
        #expect(error?.status.reason == "bad_frame")
        #expect(error?.status.message == "frame 2: code \(code) is outside of 0...4095")
    }
}
