import LyreRPC
import ZeroMQTransport

/// An echo server and its clients, each with a transport and so a thread of its own.
struct RPCBenchmark {
    private static let echo = Method<RawMessage, RawMessage>("Bench/Echo")

    private let client = ZeroMQTransport(client: "lyre bench")
    private let server = ZeroMQTransport(client: "lyre bench server")
    private let listener: Listener
    private let channel: Channel

    struct Result {
        /// Microseconds, sorted.
        let times: [Double]
        /// Calls a second.
        let rate: Double

        func percentile(_ share: Double) -> Double {
            times.isEmpty ? 0 : times[min(times.count - 1, Int(Double(times.count) * share))]
        }
    }

    init() async throws {
        var registry = Registry()
        registry.unary(Self.echo, execution: .inline) { message, _ in message }
        listener = try await server.listen(
            Address("tcp://127.0.0.1:0"), RPCServer(registry: registry, schema: 0))
        channel = try client.channel(to: listener.endpoint.address, service: "Bench")
        _ = try await channel.unary(Self.echo, RawMessage([]))
    }

    /// Calls as fast as the callers can, each waiting for its answer before the next call.
    func measure(callers: Int, seconds: Double) async throws -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        let end = start.advanced(by: .seconds(seconds))
        let channel = channel
        let executor = client.executor
        let times = try await withThrowingTaskGroup(of: [Double].self) { group in
            for _ in 0..<callers {
                group.addTask(executorPreference: executor) {
                    let message = RawMessage([UInt8](repeating: 7, count: 32))
                    var times: [Double] = []
                    var now = clock.now
                    while now < end {
                        _ = try await channel.unary(Self.echo, message)
                        let after = clock.now
                        times.append((after - now).inSeconds * 1e6)
                        now = after
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let elapsed = (clock.now - start).inSeconds
        return Result(times: times.sorted(), rate: Double(times.count) / elapsed)
    }
}

extension [Double] {
    var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
