import Orpheus
import Testing

/// Defects that went from Orpheus server to Orpheus server. Numbers 3, 4 and 6 are of decoders, and
/// stand in SNACTests.
@Suite("Copied defects")
struct CopiedDefectTests {
    private let ids = [0, 1, 2, 3, 4, 5, 6].map { Slot.tokenID(slot: $0, code: UInt16($0 * 100)) }

    @Test("1: code 0 is a code, in every slot")
    func codeZeroIsKept() throws {
        var assembler = FrameAssembler()
        var frames: [Frame] = []
        for slot in 0..<7 {
            if case .frame(let frame) = assembler.push(Slot.tokenID(slot: slot, code: 0)) {
                frames.append(frame)
            }
        }
        #expect(frames == [try Frame([0, 0, 0, 0, 0, 0, 0])])
        #expect(assembler.dropped == 0)
    }

    @Test("2: 4095 is the last code, 4096 is none")
    func rangeEndsAt4095() throws {
        #expect(Slot.decode(TokenID.firstAudio + 4095)?.code == 4095)
        #expect(Slot.decode(TokenID.firstAudio + 4096)! == (1, 0))
        #expect(Slot.decode(TokenID.endOfAudio) == nil)
        #expect(throws: FrameError.codeOutOfRange(4096)) { try Frame([4096, 0, 0, 0, 0, 0, 0]) }
        #expect(throws: FrameError.codeOutOfRange(-1)) { try Frame([-1, 0, 0, 0, 0, 0, 0]) }
    }

    @Test("5: a token of the wrong slot shifts nothing", arguments: 0..<7)
    func strayTokenShiftsNothing(place: Int) throws {
        let next = ids.map { $0 + 1 }
        for stray in 0..<7 where stray != place {
            var assembler = FrameAssembler()
            var stream = ids + next + next
            stream.insert(Slot.tokenID(slot: stray, code: 7), at: 7 + place)
            var frames: [Frame] = []
            for id in stream {
                if case .frame(let frame) = assembler.push(id) { frames.append(frame) }
            }
            // At the worst the frame that it fell into is lost; all others stand as they were sent.
            #expect(frames.first?.tokenIDs == ids)
            #expect(frames.last?.tokenIDs == next)
            // A stray slot 0 cannot be told from a new frame's beginning; slots 1...6 still hold.
            let sent = [ids, next].map { $0.dropFirst() }
            #expect(frames.allSatisfy { sent.contains($0.tokenIDs.dropFirst()) })
            #expect(assembler.dropped > 0)
        }
    }

    @Test("7: the stop token is 128258")
    func stopToken() {
        var assembler = FrameAssembler()
        #expect(TokenID.endOfSpeech == 128_258)
        #expect(assembler.push(128_258) == .endOfSpeech)
        #expect(assembler.push(49_158) == .stray(49_158))
    }

    @Test("a short utterance is a frame like any other: one frame of seven tokens comes out")
    func shortUtterance() throws {
        var assembler = FrameAssembler()
        let steps = ids.map { assembler.push($0) }
        #expect(steps.last == .frame(try Frame([0, 100, 200, 300, 400, 500, 600])))
    }
}
