/// Puts a stream of token ids together into frames, and lets no stray id shift what follows.
///
/// Each id names its own slot, so a token of the wrong slot is dropped. Slot 0 always begins a
/// frame: what was begun before it is dropped, and the stream is in step again. Only a frame whose
/// first half was taken, see ``takeFirstHalf()``, cannot be dropped any more. It is completed.
public struct FrameAssembler: Sendable {
    /// What one token id meant.
    public enum Step: Equatable, Sendable {
        /// A code that does not complete a frame yet.
        case partial
        /// A frame is complete; or it was broken off, and is made of the half that was taken.
        case frame(Frame)
        /// An audio code of a slot that was not due, or no audio code at all; ignored.
        case stray(Int)
        case endOfSpeech
    }

    /// Codes of the frame in the making, slot by slot; fewer than seven.
    public private(set) var pending: [UInt16] = []
    /// True when the first four of ``pending`` were taken.
    public private(set) var isFirstHalfTaken = false
    /// Ids that were dropped: wrong slots, unfinished frames, other tokens.
    public private(set) var dropped = 0
    /// Frames whose second half never came; it is their first half once more.
    public private(set) var repeated = 0

    /// - Parameters:
    ///   - pending: Codes of an unfinished frame, when a stream is resumed within one.
    ///   - isFirstHalfTaken: Whether the first four of them were handed out already.
    public init(pending: [UInt16] = [], isFirstHalfTaken: Bool = false) {
        precondition(pending.count < Slot.count)
        precondition(!isFirstHalfTaken || pending.count >= Slot.firstHalf)
        self.pending = pending
        self.isFirstHalfTaken = isFirstHalfTaken
    }

    /// The slot that is due, 0...6.
    public var dueSlot: Int { pending.count }

    public mutating func push(_ id: Int) -> Step {
        if id == TokenID.endOfSpeech { return .endOfSpeech }
        guard let (slot, code) = Slot.decode(id) else {
            // Start of speech and the like come before the first code and are no fault.
            if id < TokenID.firstCustom || id > TokenID.padding { dropped += 1 }
            return .stray(id)
        }
        if slot == 0 {
            let broken = finish()
            pending.append(code)
            return broken.map(Step.frame) ?? .partial
        }
        guard slot == pending.count else {
            dropped += 1
            return .stray(id)
        }
        pending.append(code)
        guard pending.count == Slot.count else { return .partial }
        return .frame(take(pending))
    }

    /// The first four codes of the frame in the making, once they are known, and only once. They
    /// may be sent: from now on the frame is sure to come.
    public mutating func takeFirstHalf() -> [UInt16]? {
        guard !isFirstHalfTaken, pending.count >= Slot.firstHalf else { return nil }
        isFirstHalfTaken = true
        return Array(pending.prefix(Slot.firstHalf))
    }

    /// Ends the frame in the making: drops it; or, when its first half was taken, completes it by
    /// that half once more, so that no frame behind it shifts.
    public mutating func finish() -> Frame? {
        guard isFirstHalfTaken else {
            dropped += pending.count
            pending.removeAll(keepingCapacity: true)
            return nil
        }
        repeated += 1
        dropped += pending.count - Slot.firstHalf
        // t4, t5, t6 say of the second half what t1, t2, t3 say of the first.
        return take(Array(pending[..<Slot.firstHalf] + pending[1..<Slot.firstHalf]))
    }

    private mutating func take(_ codes: [UInt16]) -> Frame {
        pending.removeAll(keepingCapacity: true)
        isFirstHalfTaken = false
        guard let frame = try? Frame(codes) else { preconditionFailure("slots hold valid codes") }
        return frame
    }
}
