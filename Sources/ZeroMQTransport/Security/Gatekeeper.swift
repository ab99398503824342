import CZeroMQ
import LyreRPC

/// Answers libzmq's question whether the owner of a key may come in (ZAP, ZeroMQ's RFC 27).
///
/// Without one libzmq lets every key in. It belongs to the poller's thread, as its sockets do.
final class Gatekeeper: PollSource {
    private static let budget = 256

    private unowned let poller: Poller
    private var socket: Socket
    /// By the domains of the server sockets.
    private var accesses: [String: Access] = [:]

    init(_ poller: Poller) throws(ZMQError) {
        let socket = try Socket(poller.context, ZMQ_REP)
        try socket.bind("inproc://zeromq.zap.01")
        self.socket = socket
        self.poller = poller
    }

    func guardDoor(_ domain: String, _ access: Access) { accesses[domain] = access }
    func leaveDoor(_ domain: String) { accesses[domain] = nil }

    // MARK: PollSource

    var sockets: [UnsafeMutableRawPointer] { [socket.raw] }

    func drain(_ place: Int) -> Bool {
        for _ in 0..<Self.budget {
            guard let question = socket.receive(limit: 8) else { return false }
            let answer = self.answer(question)
            for (place, part) in answer.enumerated() {
                socket.send(part, more: place < answer.count - 1)
            }
        }
        return true
    }

    func tick(_ now: Instant) {}

    func shut() {
        poller.remove(self)
        socket.close()
    }

    /// Version, request id, domain, address, routing id, mechanism, and of CURVE the 32 bytes of the
    /// client's public key.
    private func answer(_ question: [[UInt8]]) -> [[UInt8]] {
        let id = question.count > 1 ? question[1] : []
        let key = Self.key(question)
        let domain = question.count > 2 ? String(decoding: question[2], as: UTF8.self) : ""
        let isAllowed = key.flatMap { accesses[domain]?.caller($0) } != nil
        let (status, text, user) =
            isAllowed ? ("200", "OK", key!.description) : ("400", "this key is not allowed", "")
        return ["1.0", nil, status, text, user, ""].map { $0.map { Array($0.utf8) } ?? id }
    }

    private static func key(_ question: [[UInt8]]) -> PublicKey? {
        guard question.count == 7, question[5] == Array("CURVE".utf8), question[6].count == 32
        else {
            return nil
        }
        var text = [CChar](repeating: 0, count: Z85.length + 1)
        zmq_z85_encode(&text, question[6], question[6].count)
        let characters = text.prefix(Z85.length).map(UInt8.init(bitPattern:))
        return try? PublicKey(String(decoding: characters, as: UTF8.self))
    }
}
