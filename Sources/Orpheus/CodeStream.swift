/// The codes of a token stream as they are handed out: whole frames, or for the first ones halves.
///
/// Put together, what is handed out until ``finish()`` is whole frames, whatever ids came.
public struct CodeStream: Sendable {
    /// What one token id led to.
    public enum Step: Equatable, Sendable {
        /// Nothing to hand out yet.
        case nothing
        /// The next codes: a frame, its first four codes or its other three.
        case codes([UInt16])
        case endOfSpeech
    }

    /// How many frames are handed out in halves, where halves are wanted.
    ///
    /// The first samples are exact with the third frame's first half. Halves go on for a frame
    /// beyond it, while the listener has next to nothing to play; then messages are worth more.
    public static let halvedFrames = 4

    /// Frames handed out, a frame that was resumed among them.
    public private(set) var frames = 0
    private var assembler: FrameAssembler
    private let inHalves: Bool

    /// - Parameters:
    ///   - assembler: Where the stream begins.
    ///   - inHalves: Hand out the first frames in halves.
    public init(_ assembler: FrameAssembler = FrameAssembler(), inHalves: Bool) {
        self.assembler = assembler
        self.inHalves = inHalves
    }

    /// Codes that make no whole frame yet.
    public var pending: [UInt16] { assembler.pending }
    /// True when the first four of ``pending`` were handed out.
    public var isFirstHalfOut: Bool { assembler.isFirstHalfTaken }
    /// How many codes make the next ones to be handed out, if each is of the slot that is due.
    public var codesUntilNext: Int {
        let isHalf = inHalves && frames < Self.halvedFrames && !isFirstHalfOut
        return (isHalf ? Slot.firstHalf : Slot.count) - assembler.dueSlot
    }
    /// True between two frames, where speech may end.
    public var isAtBorder: Bool { assembler.dueSlot == 0 }
    /// Ids that were dropped: wrong slots, unfinished frames, other tokens.
    public var dropped: Int { assembler.dropped }
    /// Frames whose second half never came; it is their first half once more.
    public var repeated: Int { assembler.repeated }

    public mutating func push(_ id: Int) -> Step {
        let isHalf = isFirstHalfOut
        switch assembler.push(id) {
        case .frame(let frame): return .codes(rest(of: frame, isHalf))
        case .partial:
            guard inHalves, frames < Self.halvedFrames, let half = assembler.takeFirstHalf() else {
                return .nothing
            }
            return .codes(half)
        case .stray: return .nothing
        case .endOfSpeech: return .endOfSpeech
        }
    }

    /// Ends the stream: the codes that are still owed for a first half that is out, or none.
    public mutating func finish() -> [UInt16] {
        let isHalf = isFirstHalfOut
        return assembler.finish().map { rest(of: $0, isHalf) } ?? []
    }

    private mutating func rest(of frame: Frame, _ isHalf: Bool) -> [UInt16] {
        frames += 1
        return isHalf ? Array(frame.codes[Slot.firstHalf...]) : frame.codes
    }
}
