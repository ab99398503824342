import ArgumentParser
import Foundation

struct BenchWatching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watching",
        abstract: "Measures what metrics and traces cost each service at full load.",
        discussion: """
            Two farms speak in turns, as fast as they can: one is not watched at all, the other \
            counts, is asked for its metrics, and exports traces.
            """)

    @Option(help: "Streams at once.")
    var streams = 16

    @Option(help: "Seconds of a turn.")
    var seconds = 5.0

    @Option(help: "Turns of each farm.")
    var rounds = 7

    @Option(help: "Seconds from one reading of the metrics to the next; Prometheus is set to 5.")
    var scrape = 5.0

    @Option(help: "The share of calls that are traced.")
    var traceShare = 0.1

    func validate() throws {
        guard (1...1000).contains(streams), (1...600).contains(seconds), (1...1000).contains(rounds)
        else { throw ValidationError("--streams, --seconds and --rounds are 1 or more") }
        guard (0.1...3600).contains(scrape), (0...1).contains(traceShare) else {
            throw ValidationError("--scrape is 0.1 to 3600 seconds, --trace-share 0 to 1")
        }
    }

    func run() async throws {
        let collector = try await SpanCollector()
        let plain = try await Farm.start(Farm.Options(rate: "0", isWatched: false))
        let watched = try await Farm.start(
            Farm.Options(rate: "0", otlp: collector.endpoint, traceShare: traceShare))
        let scraper = Task {
            let watch = try FarmWatch(
                watched.processes.filter { $0.name != "lyre-demo-engine" }
                    .map(\.handshake.endpoint), security: nil)
            while !Task.isCancelled {
                _ = try await watch.look()
                try await Task.sleep(for: .seconds(scrape))
            }
        }
        do {
            let bar = ProgressBar(isShown: ProgressBar.isWatched)
            var costs: [(plain: [String: Double], watched: [String: Double])] = []
            for round in 0..<rounds {
                bar.show(Double(round) / Double(rounds), "turn \(round + 1) of \(rounds)")
                costs.append((try await cost(plain), try await cost(watched)))
                collector.forget()
            }
            bar.clear()
            for service in ["text", "tokens", "decoder"] {
                let without = Percentiles(costs.compactMap { $0.plain[service] })(0.5) ?? 0
                let with = Percentiles(costs.compactMap { $0.watched[service] })(0.5) ?? 0
                let name = service.padding(toLength: 8, withPad: " ", startingAt: 0)
                print(
                    String(
                        format: "%@ %7.3f ms of processor a second of speech, %7.3f watched: %+.1f %%",
                        name, without * 1000, with * 1000, 100 * (with / without - 1)))
            }
        } catch {
            scraper.cancel()
            for farm in [plain, watched] { await farm.stop() }
            throw error
        }
        scraper.cancel()
        for farm in [plain, watched] { await farm.stop() }
    }

    private func cost(_ farm: Farm) async throws -> [String: Double] {
        try await FarmCostRun(farm, seconds: seconds).measure(streams: streams) { _ in }
            .coresPerStream
    }
}
