import ArgumentParser

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures Lyre on this machine.",
        subcommands: [
            BenchDecoder.self, BenchGPU.self, BenchRPC.self, BenchStreams.self, BenchText.self,
            BenchTokens.self,
            BenchWatching.self,
        ])
}

struct BenchRPC: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpc",
        abstract: "Measures unary calls over loopback TCP: time of one, and calls a second of many."
    )

    @Option(help: "Callers at once.")
    var callers = 64

    @Option(help: "Seconds of each measurement.")
    var seconds = 3.0

    @Option(help: "Measurements; the median is told.")
    var runs = 5

    @Flag(help: "Call a server with 64 places at one and at three times what it can take.")
    var overload = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard callers > 0, seconds > 0, runs > 0 else {
            throw ValidationError("callers, seconds and runs have to be above 0")
        }
        if overload { return try await measureOverload() }
        let benchmark = try await RPCBenchmark()
        var times: [Double] = []
        var tails: [Double] = []
        var rates: [Double] = []
        for _ in 0..<runs {
            let one = try await benchmark.measure(callers: 1, seconds: seconds)
            times.append(one.percentile(0.5))
            tails.append(one.percentile(0.99))
            rates.append(try await benchmark.measure(callers: callers, seconds: seconds).rate)
        }
        let (p50, p99, rate) = (times.median, tails.median, rates.median)
        if json {
            print(
                """
                {"call_microseconds_p50": \(p50), "call_microseconds_p99": \(p99), \
                "callers": \(callers), "calls_per_second": \(rate), "runs": \(runs)}
                """)
        } else {
            print("unary call over loopback TCP, median of \(runs) runs")
            print("  one caller   p50 \(Int(p50)) us, p99 \(Int(p99)) us")
            print("  \(callers) callers   \(Int(rate)) calls/s")
        }
    }

    private func measureOverload() async throws {
        let benchmark = try await OverloadBenchmark()
        let peak = try await benchmark.peak(seconds: seconds)
        if !json {
            print("\(OverloadBenchmark.places) places, calls of 20 ms, over loopback TCP")
            print("  peak    \(Int(peak)) calls/s answered")
        }
        for load in [1.0, 3.0] {
            let result = try await benchmark.measure(rate: load * peak, seconds: seconds)
            let refusal = result.refusalPercentile(0.99) ?? 0
            if json {
                print(
                    """
                    {"load": \(load), "offered_per_second": \(result.offered), \
                    "answered_per_second": \(result.answered), "peak_per_second": \(peak), \
                    "refused": \(result.refusals.count), "refused_milliseconds_p99": \(refusal), \
                    "failed_otherwise": \(result.others)}
                    """)
            } else {
                let share = Int((result.answered / peak * 100).rounded())
                let time = (refusal * 10).rounded() / 10
                print(
                    "  load \(Int(load))  \(Int(result.offered)) calls/s, "
                        + "\(Int(result.answered)) answered (\(share) % of the peak), "
                        + "\(result.refusals.count) refused, "
                        + "p99 within \(time) ms, \(result.others) failed otherwise")
            }
        }
    }
}
