import Foundation
import LyreRPC

/// The replay's thread: takes connections and requests, and turns the wheel.
final class ReplayLoop {
    private static let nap = Duration.microseconds(200)
    /// Naps between two looks at who has come, who asks and who is gone.
    private static let napsPerLook = 10

    private let replay: CompletionsReplay
    private let listener: Int32
    private var wheel: ReplayWheel
    private var connections: [Int32: ReplayConnection] = [:]
    /// By places.
    private var streaming: [ReplayConnection?]

    init(_ replay: CompletionsReplay, listener: Int32) {
        self.replay = replay
        self.listener = listener
        wheel = ReplayWheel(places: replay.times.count, rate: replay.rate)
        streaming = Array(repeating: nil, count: replay.times.count)
    }

    deinit { close(listener) }

    func run(until isStopped: () -> Bool) {
        let clock = SystemTime()
        let start = clock.now
        var naps = 0
        while !isStopped() {
            wheel.turn(to: (clock.now - start).inSeconds) { place in
                guard let connection = streaming[place] else { return }
                // Each event has its own time, for those before it take some.
                if connection.turn(replay.script, now: clock.now) { streaming[place] = nil }
            }
            if naps % Self.napsPerLook == 0 { look() }
            naps += 1
            var nap = timespec(tv_sec: 0, tv_nsec: Int(Self.nap.inSeconds * 1e9))
            nanosleep(&nap, nil)
        }
    }

    private func look() {
        var items = connections.keys.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        items.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0))
        guard poll(&items, nfds_t(items.count), 0) > 0 else { return }
        for item in items where item.revents != 0 {
            if item.fd == listener { welcome() } else { receive(item.fd) }
        }
    }

    /// The listener never blocks.
    private func welcome() {
        while case let descriptor = accept(listener, nil, nil), descriptor >= 0 {
            var one: Int32 = 1
            setsockopt(
                descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one,
                socklen_t(MemoryLayout<Int32>.size))
            connections[descriptor] = ReplayConnection(descriptor: descriptor)
        }
    }

    private func receive(_ descriptor: Int32) {
        guard let connection = connections[descriptor] else { return }
        switch connection.receive() {
        case .more: break
        case .request(let seed): begin(connection, seed)
        case .refused: connection.refuse("404 Not Found", "the replay knows only completions")
        case nil:
            if let place = connection.place { streaming[place] = nil }
            connections[descriptor] = nil
        }
    }

    private func begin(_ connection: ReplayConnection, _ seed: Int) {
        let place = (seed % streaming.count + streaming.count) % streaming.count
        guard streaming[place] == nil else {
            return connection.refuse("503 Service Unavailable", "stream \(place) is under way")
        }
        streaming[place] = connection
        connection.begin(stream: place, times: replay.times[place])
    }
}
