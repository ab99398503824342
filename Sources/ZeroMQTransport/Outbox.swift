import CZeroMQ
import DequeModule
import LyreRPC
import WireMessages

/// Keeps frames, in order, until the poller's round is over, and longer when libzmq's queue has no
/// room for them.
///
/// Frames of a round leave together: libzmq's thread is woken once for all of them.
/// Credits bound what can wait here; a peer that never reads is found dead by its silence.
struct Outbox {
    /// Parts before the header: routing id, delimiter.
    let envelope: [[UInt8]]
    private var waiting = Deque<[[UInt8]]>()
    private var waitingBytes = 0
    /// A peer that grants credit without reading, or asks for answers that need none, is cut off.
    private static let limit = 64 << 20

    init(envelope: [[UInt8]] = []) { self.envelope = envelope }

    var isEmpty: Bool { waiting.isEmpty }

    enum Outcome { case sent, waiting, gone }

    /// False when too much waits.
    mutating func add(_ frame: WireFrame) -> Bool {
        guard waitingBytes <= Self.limit else { return false }
        let parts = [FrameCodec.header(of: frame), frame.payload ?? []]
        waiting.append(parts)
        waitingBytes += Self.cost(parts)
        return true
    }

    /// Sends what waits.
    mutating func flush(on socket: borrowing Socket) -> Outcome {
        while let parts = waiting.first {
            let outcome = put(parts, on: socket)
            if outcome != .sent { return outcome }
            waiting.removeFirst()
            waitingBytes -= Self.cost(parts)
        }
        return .sent
    }

    private static func cost(_ parts: [[UInt8]]) -> Int {
        parts.reduce(WireRules.frameCost) { $0 + $1.count }
    }

    private func put(_ parts: [[UInt8]], on socket: borrowing Socket) -> Outcome {
        for part in envelope {
            let outcome = put(part, more: true, on: socket)
            if outcome != .sent { return outcome }
        }
        for (place, part) in parts.enumerated() {
            let outcome = put(part, more: place < parts.count - 1, on: socket)
            if outcome != .sent { return outcome }
        }
        return .sent
    }

    /// Only a message's first part can be refused; libzmq takes the others or none.
    private func put(_ part: [UInt8], more: Bool, on socket: borrowing Socket) -> Outcome {
        let result = socket.send(part, more: more)
        return result >= 0 ? .sent : result == -EAGAIN ? .waiting : .gone
    }
}
