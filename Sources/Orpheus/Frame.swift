/// Seven codes t0...t6: four latent steps, 2048 samples, 85.33 ms of audio.
public struct Frame: Hashable, Sendable {
    public static let samples = 2048
    public static let latentSteps = 4
    public static let sampleRate = 24_000

    /// Seven codes, each 0..<4096.
    public let codes: [UInt16]

    /// - Throws: ``FrameError`` unless there are seven codes, each 0...4095.
    public init(_ codes: [some BinaryInteger]) throws(FrameError) {
        guard codes.count == Slot.count else { throw .wrongCount(codes.count) }
        for code in codes where code < 0 || code >= Slot.codebookSize {
            throw .codeOutOfRange(Int(code))
        }
        self.codes = codes.map { UInt16($0) }
    }

    /// Codes of the three codebooks, coarse to fine: `[t0]`, `[t1, t4]`, `[t2, t3, t5, t6]`.
    public var levels: [[UInt16]] {
        [[codes[0]], [codes[1], codes[4]], [codes[2], codes[3], codes[5], codes[6]]]
    }

    /// The frame of one, two and four codes, coarse to fine.
    public init(levels: [[UInt16]]) throws(FrameError) {
        guard levels.map(\.count) == [1, 2, 4] else { throw .wrongCount(levels.joined().count) }
        let (coarse, middle, fine) = (levels[0], levels[1], levels[2])
        try self.init([coarse[0], middle[0], fine[0], fine[1], middle[1], fine[2], fine[3]])
    }

    /// The token ids, slot by slot.
    public var tokenIDs: [Int] {
        codes.enumerated().map { Slot.tokenID(slot: $0.offset, code: $0.element) }
    }
}

/// Why seven numbers are no frame.
public enum FrameError: Error, Equatable, CustomStringConvertible {
    case wrongCount(Int)
    case codeOutOfRange(Int)

    public var description: String {
        switch self {
        case .wrongCount(let count): "a frame has 7 codes, not \(count)"
        case .codeOutOfRange(let code): "code \(code) is outside of 0...4095"
        }
    }
}

extension Frame {
    /// Frames of a flat list of codes, seven a frame.
    /// - Throws: ``FrameListError`` that names the frame.
    public static func list(_ codes: [some BinaryInteger]) throws(FrameListError) -> [Frame] {
        guard codes.count % Slot.count == 0 else { throw .notWhole(codes.count) }
        var frames: [Frame] = []
        frames.reserveCapacity(codes.count / Slot.count)
        for start in stride(from: 0, to: codes.count, by: Slot.count) {
            do {
                frames.append(try Frame(Array(codes[start..<(start + Slot.count)])))
            } catch {
                throw .badFrame(frames.count, error)
            }
        }
        return frames
    }
}

/// Why a list of codes is no list of frames.
public enum FrameListError: Error, Equatable, CustomStringConvertible {
    case notWhole(Int)
    case badFrame(Int, FrameError)

    public var description: String {
        switch self {
        case .notWhole(let count): "\(count) codes are no whole frames of 7"
        case .badFrame(let index, let error): "frame \(index): \(error)"
        }
    }
}
