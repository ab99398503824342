/// Puts a stream of token ids together into frames, and lets no stray id shift what follows.
///
/// Each id names its own slot, so a token of the wrong slot is dropped. Slot 0 always begins a
/// frame: what was begun before it is dropped, and the stream is in step again.
public struct FrameAssembler: Sendable {
    /// What one token id meant.
    public enum Step: Equatable, Sendable {
        /// A code that does not complete a frame yet.
        case partial
        case frame(Frame)
        /// An audio code of a slot that was not due, or no audio code at all; ignored.
        case stray(Int)
        case endOfSpeech
    }

    /// Codes of the frame in the making, slot by slot; fewer than seven.
    public private(set) var pending: [UInt16] = []
    /// Ids that were dropped: wrong slots, unfinished frames, other tokens.
    public private(set) var dropped = 0

    /// - Parameter pending: codes of an unfinished frame, when a stream is resumed within one.
    public init(pending: [UInt16] = []) {
        precondition(pending.count < Slot.count)
        self.pending = pending
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
        if slot == 0, !pending.isEmpty {
            dropped += pending.count
            pending.removeAll(keepingCapacity: true)
        }
        guard slot == pending.count else {
            dropped += 1
            return .stray(id)
        }
        pending.append(code)
        guard pending.count == Slot.count else { return .partial }
        defer { pending.removeAll(keepingCapacity: true) }
        guard let frame = try? Frame(pending) else { preconditionFailure("slots hold valid codes") }
        return .frame(frame)
    }
}
