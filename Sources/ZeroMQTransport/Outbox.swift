import CZeroMQ
import DequeModule
import LyreRPC
import WireMessages

/// Sends frames in order, and keeps those that libzmq's queue has no room for.
///
/// Credits bound what can wait here; a peer that never reads is found dead by its silence.
struct Outbox {
    /// Parts before the header: routing id, delimiter.
    let envelope: [[UInt8]]
    private var waiting = Deque<[[UInt8]]>()
    private var waitingBytes = 0
    /// A peer that grants credit without reading, or asks for answers that need none, is cut off.
    private static let limit = 64 << 20

    init(envelope: [[UInt8]] = []) { self.envelope = envelope }

    enum Outcome { case sent, waiting, gone }

    mutating func send(_ frame: WireFrame, on socket: borrowing Socket) -> Outcome {
        let parts = [FrameCodec.header(of: frame), frame.payload ?? []]
        if waiting.isEmpty {
            let outcome = put(parts, on: socket)
            if outcome != .waiting { return outcome }
        }
        guard waitingBytes <= Self.limit else { return .gone }
        waiting.append(parts)
        waitingBytes += Self.cost(parts)
        return .waiting
    }

    /// Tries again what waits.
    mutating func retry(on socket: borrowing Socket) -> Outcome {
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
        let all = envelope + parts
        for (place, part) in all.enumerated() {
            let result = socket.send(part, more: place < all.count - 1)
            // Only the first part can be refused; libzmq takes the others or none.
            if result == -EAGAIN { return .waiting }
            if result < 0 { return .gone }
        }
        return .sent
    }
}
