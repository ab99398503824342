import LyreRPC
import Synchronization
import ZeroMQTransport

/// A server with a fixed number of places, and more calls than it can take, over loopback TCP.
struct OverloadBenchmark {
    private static let work = Method<RawMessage, RawMessage>("Bench/Work")
    static let places = 64
    static let workTime = Duration.milliseconds(20)

    private let client = ZeroMQTransport(client: "lyre bench")
    private let server = ZeroMQTransport(client: "lyre bench server")
    private let listener: Listener
    private let channel: Channel

    struct Result: Sendable {
        /// Calls a second.
        var offered = 0.0
        var answered = 0.0
        /// Milliseconds, sorted, of calls that were refused as there was no room.
        var refusals: [Double] = []
        /// Calls that failed in another way, such as by their deadline.
        var others = 0

        /// Nil where none was refused.
        func refusalPercentile(_ share: Double) -> Double? {
            if refusals.isEmpty { return nil }
            return refusals[min(refusals.count - 1, Int(Double(refusals.count) * share))]
        }
    }

    init() async throws {
        var registry = Registry()
        registry.limit("Bench", to: Admission(capacity: Self.places))
        registry.unary(Self.work) { message, _ in
            try await Task.sleep(for: Self.workTime)
            return message
        }
        listener = try await server.listen(
            Address("tcp://127.0.0.1:0"), RPCServer(registry: registry, schema: 0))
        channel = try client.channel(to: listener.endpoint.address, service: "Bench")
        _ = try await channel.unary(Self.work, RawMessage([]))
    }

    /// Calls a second that are answered where as many callers as places wait for each answer.
    func peak(seconds: Double) async throws -> Double {
        let (clock, channel) = (ContinuousClock(), channel)
        let start = clock.now
        let answered = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<Self.places {
                group.addTask {
                    var answered = 0
                    while (clock.now - start).inSeconds < seconds {
                        _ = try await channel.unary(Self.work, RawMessage([]))
                        answered += 1
                    }
                    return answered
                }
            }
            return try await group.reduce(0, +)
        }
        return Double(answered) / (clock.now - start).inSeconds
    }

    /// Makes calls at a rate, whatever becomes of them.
    func measure(rate: Double, seconds: Double) async throws -> Result {
        let clock = ContinuousClock()
        let tally = Tally()
        let start = clock.now
        let made = try await withThrowingDiscardingTaskGroup { group in
            var made = 0
            while (clock.now - start).inSeconds < seconds {
                let due = Int(rate * (clock.now - start).inSeconds)
                while made < due {
                    group.addTask { await call(tally) }
                    made += 1
                }
                try await clock.sleep(for: .milliseconds(1))
            }
            return made
        }
        return tally.result(made, in: (clock.now - start).inSeconds)
    }

    private func call(_ tally: Tally) async {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let options = CallOptions(timeout: .seconds(1))
            _ = try await channel.unary(Self.work, RawMessage([]), options: options)
            tally.add(nil, 0)
        } catch {
            tally.add((error as? RPCError)?.code ?? .unknown, (clock.now - start).inSeconds * 1000)
        }
    }

    private final class Tally: Sendable {
        private let state = Mutex((result: Result(), answered: 0))

        func add(_ failure: StatusCode?, _ milliseconds: Double) {
            state.withLock { state in
                switch failure {
                case nil: state.answered += 1
                case .resourceExhausted: state.result.refusals.append(milliseconds)
                default: state.result.others += 1
                }
            }
        }

        func result(_ made: Int, in seconds: Double) -> Result {
            state.withLock { state in
                var result = state.result
                result.offered = Double(made) / seconds
                result.answered = Double(state.answered) / seconds
                result.refusals.sort()
                return result
            }
        }
    }
}
