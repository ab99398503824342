import LyreRPC
import Synchronization
import TestSupport

/// A peer that sends whatever frames a test wants, right or wrong, to a session under test.
final class RawPeer: FrameLink {
    let frames = Recorder<WireFrame>()
    private let closed = Mutex(false)

    var isClosed: Bool { closed.withLock { $0 } }

    func send(_ frame: WireFrame) -> Bool {
        frames.record(frame)
        return true
    }
    func wake(at instant: Instant) {}
    func close() { closed.withLock { $0 = true } }
}

/// A client made of single frames, and the server's session that it speaks to.
struct RawClient: Sendable {
    let peer = RawPeer()
    let session: Session
    private let numbers = Counter()

    init(_ server: RPCServer, time: any TimeSource = ManualTime()) {
        session = Session.server(server, link: peer, executor: SerialQueueExecutor(), time: time)
        server.adopt(session)
    }

    /// Shakes hands; the session's number.
    func hello(_ hello: Hello = Hello(service: "Test", schema: 0, client: "raw")) async -> UInt64 {
        await session.receive(WireFrame(.hello(hello)))
        return await frame { if case .welcome = $0.body { true } else { false } }.session
    }

    /// Sends a frame with the next number.
    func send(
        _ body: WireFrame.Body, session id: UInt64, stream: UInt32 = 0, _ payload: [UInt8]? = nil
    ) async {
        await session.receive(
            WireFrame(
                session: id, stream: stream, sequence: id == 0 ? 0 : numbers.next(), body,
                payload: payload))
    }

    /// The first frame from the server that is as wanted.
    func frame(where matches: @escaping @Sendable (WireFrame) -> Bool) async -> WireFrame {
        await peer.frames.first(where: matches)
    }

    var resetReason: String? { peer.frames.all.compactMap(\.resetReason).first }
}

/// Counts from 1.
final class Counter: Sendable {
    private let last = Mutex<UInt64>(0)
    func next() -> UInt64 {
        last.withLock {
            $0 += 1
            return $0
        }
    }
}
