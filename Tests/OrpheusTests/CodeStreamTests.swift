import Orpheus
import TestSupport
import Testing

@Suite("Codes in halves")
struct CodeStreamTests {
    /// Frame number n, recognisable by any of its codes.
    private static func frame(_ n: Int) -> Frame { try! Frame((0..<7).map { (7 * n + $0) % 4096 }) }

    /// What a stream hands out for some ids, piece by piece, its finish included.
    private static func pieces(_ stream: inout CodeStream, _ ids: [Int]) -> [[UInt16]] {
        var pieces: [[UInt16]] = []
        for id in ids {
            if case .codes(let codes) = stream.push(id) { pieces.append(codes) }
        }
        return (pieces + [stream.finish()]).filter { !$0.isEmpty }
    }

    @Test("token 18 makes ten latent steps known, and the halves end with the fourth frame")
    func halves() {
        var stream = CodeStream(inHalves: true)
        let ids = (0..<6).flatMap { Self.frame($0).tokenIDs }
        var known: [Int] = []
        var count = 0
        for id in ids {
            if case .codes(let codes) = stream.push(id) { count += codes.count }
            known.append(count)
        }
        #expect(known[16] == 14)
        #expect(known[17] == 18)
        #expect(Set(known).sorted() == [0, 4, 7, 11, 14, 18, 21, 25, 28, 35, 42])
        #expect(stream.frames == 6 && stream.dropped == 0 && stream.repeated == 0)
    }

    @Test("without halves nothing but whole frames is handed out")
    func whole() {
        var stream = CodeStream(inHalves: false)
        let ids = (0..<6).flatMap { Self.frame($0).tokenIDs } + Self.frame(6).tokenIDs.prefix(6)
        #expect(Self.pieces(&stream, ids) == (0..<6).map { Self.frame($0).codes })
        #expect(stream.dropped == 6 && stream.repeated == 0)
    }

    @Test("a frame that breaks off when its first half is out is completed by it", arguments: 4...6)
    func broken(after count: Int) {
        var stream = CodeStream(inHalves: true)
        let (one, two) = (Self.frame(1), Self.frame(2))
        let codes = Self.pieces(&stream, one.tokenIDs.prefix(count) + two.tokenIDs).joined()
        let (c, dropped) = (one.codes, count - 4)
        #expect(Array(codes) == [c[0], c[1], c[2], c[3], c[1], c[2], c[3]] + two.codes)
        #expect(stream.repeated == 1 && stream.dropped == dropped && stream.frames == 2)
    }

    @Test("a frame broken off before its first half is out is dropped", arguments: 1...3)
    func dropped(after count: Int) {
        var stream = CodeStream(inHalves: true)
        let two = Self.frame(2)
        let codes = Self.pieces(&stream, Self.frame(1).tokenIDs.prefix(count) + two.tokenIDs)
        #expect(Array(codes.joined()) == two.codes)
        #expect(stream.repeated == 0 && stream.dropped == count && stream.frames == 1)
    }

    @Test("speech that ends within a frame ends with a whole one", arguments: 0...6)
    func end(after count: Int) {
        var stream = CodeStream(inHalves: true)
        let (one, two) = (Self.frame(1), Self.frame(2))
        let codes = Self.pieces(&stream, one.tokenIDs + two.tokenIDs.prefix(count)).joined()
        let c = two.codes
        let last = count < 4 ? [] : [c[0], c[1], c[2], c[3], c[1], c[2], c[3]]
        #expect(Array(codes) == one.codes + last)
        #expect(stream.pending.isEmpty && !stream.isFirstHalfOut)
        #expect(stream.dropped == (count < 4 ? count : count - 4))
    }

    @Test("a stream resumed behind a first half goes on with three codes", arguments: 4...6)
    func resumed(pending count: Int) {
        let frame = Self.frame(3)
        let assembler = FrameAssembler(
            pending: Array(frame.codes.prefix(count)), isFirstHalfTaken: true)
        var stream = CodeStream(assembler, inHalves: false)
        #expect(Self.pieces(&stream, Array(frame.tokenIDs[count...])) == [Array(frame.codes[4...])])
        #expect(stream.frames == 1)
    }

    /// Ids of frames into which strays fall, from which ids are lost, and which break off.
    private static func disturbed(
        _ frames: Int, _ random: inout some RandomNumberGenerator
    ) -> [Int] {
        var ids: [Int] = []
        for index in 0..<frames {
            var frame = Self.frame(index).tokenIDs
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                let stray = Int.random(in: 128_250..<157_000, using: &random)
                frame.insert(stray, at: .random(in: 0...7, using: &random))
            case 1: frame.remove(at: .random(in: 0..<7, using: &random))
            case 2: frame.removeLast(.random(in: 1...6, using: &random))
            case 3: frame.shuffle(using: &random)
            default: break
            }
            ids += frame.filter { $0 != TokenID.endOfSpeech }
        }
        return ids
    }

    @Test("whatever strays come, what is handed out is whole frames, and none is shifted")
    func strays() throws {
        var random = SeededGenerator(seed: 1)
        var (repeated, dropped) = (0, 0)
        for _ in 0..<3000 {
            let ids = Self.disturbed(.random(in: 1...9, using: &random), &random)
            // Codes that came in a slot; a code may stand in no other.
            let slots = ids.compactMap(Slot.decode).reduce(
                into: [Set<UInt16>](repeating: [], count: 7)) { $0[$1.slot].insert($1.code) }
            var stream = CodeStream(inHalves: true)
            let pieces = Self.pieces(&stream, ids)
            var length = 0
            for piece in pieces {
                length += piece.count
                #expect([0, 4].contains(length % 7), "\(ids)")
            }
            let frames = try Frame.list(pieces.flatMap(\.self))
            #expect(frames.count == stream.frames)
            let made = frames.filter { frame in
                frame.codes.enumerated().contains { !slots[$0.offset].contains($0.element) }
            }
            for frame in made {
                #expect(frame.codes[4...] == ArraySlice(frame.codes[1..<4]), "\(ids)")
            }
            #expect(made.count <= stream.repeated, "\(ids)")
            // Every audio id is in a frame or was counted; ids that are no codes may be neither.
            let used = 7 * frames.count - 3 * stream.repeated
            let audio = ids.count { Slot.decode($0) != nil }
            #expect(used + stream.dropped >= audio && used + stream.dropped <= ids.count, "\(ids)")
            (repeated, dropped) = (repeated + stream.repeated, dropped + stream.dropped)
        }
        // The disturbances were of the kind that matters.
        #expect(repeated > 100 && dropped > 1000)
    }

    @Test("the frames are those that come without halves, and the completed ones between them")
    func sameFrames() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<1000 {
            let ids = Self.disturbed(8, &random)
            var (halves, whole) = (CodeStream(inHalves: true), CodeStream(inHalves: false))
            var rest = try Frame.list(Self.pieces(&halves, ids).flatMap(\.self))[...]
            let expected = try Frame.list(Self.pieces(&whole, ids).flatMap(\.self))
            let extra = rest.count - expected.count
            for frame in expected {
                let place = try #require(rest.firstIndex(of: frame), "\(ids)")
                rest = rest[(place + 1)...]
            }
            #expect(extra == halves.repeated, "\(ids)")
        }
    }
}
