import Foundation
import LyreRPC
import Synchronization

/// A completions server that replays an engine: each request gets the stream of its seed, a token
/// an event at an even pace, whatever it asks for.
///
/// One thread of its own, which sleeps for a fifth of a millisecond at a time and then writes what
/// is due. Loopback only.
final class CompletionsReplay: Sendable {
    let url: String
    let script: ReplayScript
    let rate: Double
    /// When which frame was sent, by streams.
    let times: [SentTimes]
    private let isStopped = Atomic<Bool>(false)

    /// - Parameters:
    ///   - streams: Places for streams at once; the stream of a request is its seed, modulo these.
    ///   - seconds: Of each stream, rounded up to whole frames.
    ///   - rate: Tokens a second of each.
    init(streams: Int, seconds: Double, rate: Double) throws {
        let frames = max(1, Int((seconds * rate / 7).rounded(.up)))
        script = ReplayScript(frames: frames)
        self.rate = rate
        times = (0..<streams).map { _ in SentTimes(frames: frames) }
        let (listener, port) = try Self.listen()
        url = "http://127.0.0.1:\(port)"
        Thread.detachNewThread { [self] in
            ReplayLoop(self, listener: listener).run { isStopped.load(ordering: .relaxed) }
        }
    }

    func stop() { isStopped.store(true, ordering: .relaxed) }

    private static func listen() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(
            AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0
        )
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        guard descriptor >= 0, result == 0, Glibc.listen(descriptor, 4096) == 0 else {
            throw FarmError("the replay cannot listen: \(String(cString: strerror(errno)))")
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}
