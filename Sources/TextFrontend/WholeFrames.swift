import Orpheus
import WireMessages

/// Puts codes that come in halves of frames together into whole frames again.
struct WholeFrames {
    private var pending: [UInt32] = []

    /// The frames that further codes complete, or nil.
    mutating func append(_ codes: CodeFrames) -> CodeFrames? {
        pending += codes.codes
        let whole = pending.dropLast(pending.count % Slot.count)
        guard !whole.isEmpty else { return nil }
        pending.removeFirst(whole.count)
        return CodeFrames(codes: Array(whole))
    }
}
