/// Numbers frames of one direction, or checks the numbers of those that come.
package struct SequenceCounter {
    private var last: UInt64 = 0

    package init() {}

    package mutating func next() -> UInt64 {
        last += 1
        return last
    }

    /// False when a frame is missing or came twice.
    package mutating func accept(_ sequence: UInt64) -> Bool {
        guard sequence == last + 1 else { return false }
        last = sequence
        return true
    }
}
