import ArgumentParser

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures Lyre on this machine.",
        subcommands: [
            BenchDecoder.self, BenchRPC.self, BenchStreams.self, BenchText.self, BenchTokens.self,
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

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        guard callers > 0, seconds > 0, runs > 0 else {
            throw ValidationError("callers, seconds and runs have to be above 0")
        }
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
}
