import Orpheus

/// Codes that a decoder may have to be sent once more: those whose samples have not all come, and
/// the frames before them. No I/O.
///
/// Memory: ``mostFrames`` and ``contextFrames``, and what one message of codes is longer.
package struct CodeBacklog: Sendable {
    /// What a decoder has to know of a stream that began elsewhere.
    package static let contextFrames = 3
    /// Frames that may wait for their samples: 5.5 s of sound, more than a decoder takes at once.
    package static let mostFrames = 64

    private var codes: [UInt32] = []
    /// The frame that ``codes`` begin with.
    private var firstKept = 0
    /// Samples that have come, from the first one on without a gap.
    package private(set) var samples: UInt64 = 0
    /// No codes will follow.
    package private(set) var isEnded = false

    package init() {}

    /// All codes so far.
    package var count: Int { firstKept * Slot.count + codes.count }
    /// All samples that the whole frames so far stand for.
    package var allSamples: UInt64 { UInt64(count / Slot.count * Frame.samples) }
    package var isComplete: Bool { isEnded && samples == allSamples }
    package var hasRoom: Bool { count - nextFrame * Slot.count < Self.mostFrames * Slot.count }

    /// The first frame whose samples have not all come.
    package var nextFrame: Int { Int(samples) / Frame.samples }

    /// The frames before ``nextFrame``: three, or all there are.
    package var context: [UInt32] {
        let first = max(0, nextFrame - Self.contextFrames)
        return Array(codes(from: first * Slot.count).prefix((nextFrame - first) * Slot.count))
    }

    /// The codes from this one on; it must not lie before the context.
    package func codes(from position: Int) -> ArraySlice<UInt32> {
        codes.dropFirst(position - firstKept * Slot.count)
    }

    package mutating func append(_ more: [UInt32]) { codes += more }

    package mutating func end() { isEnded = true }

    /// Samples have come, up to this one; what nobody can need any more is forgotten.
    package mutating func receive(upTo end: UInt64) {
        samples = max(samples, end)
        let first = max(0, nextFrame - Self.contextFrames)
        codes.removeFirst((first - firstKept) * Slot.count)
        firstKept = first
    }
}
