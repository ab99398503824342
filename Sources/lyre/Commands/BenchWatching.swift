import ArgumentParser
import Foundation

struct BenchWatching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watching",
        abstract: "Measures what metrics and traces cost each service at full load.",
        discussion: """
            Farms speak in turns, as fast as they can: one is not watched at all, the next one \
            counts, is asked for its metrics, and exports traces. Pairs of turns lie some percent \
            apart, either way: the median of many tells, and the quartiles tell how sure it is.
            """)

    @Option(help: "Streams at once.")
    var streams = 16

    @Option(help: "Seconds of a turn.")
    var seconds = 6.0

    @Option(help: "Turns of either kind, each with a farm of its own.")
    var rounds = 21

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
        let bar = ProgressBar(isShown: ProgressBar.isWatched)
        var costs: [Bool: [[String: Double]]] = [:]
        for round in 0..<rounds {
            bar.show(Double(round) / Double(rounds), "turn \(round + 1) of \(rounds)")
            // What comes second finds another machine than what comes first.
            for isWatched in round.isMultiple(of: 2) ? [false, true] : [true, false] {
                costs[isWatched, default: []].append(try await turn(isWatched: isWatched))
            }
        }
        bar.clear()
        for service in ["text", "tokens", "decoder"] {
            let without = costs[false]!.compactMap { $0[service] }
            let with = costs[true]!.compactMap { $0[service] }
            let added = Percentiles(zip(with, without).map { 100 * ($0 / $1 - 1) })
            let name = service.padding(toLength: 8, withPad: " ", startingAt: 0)
            print(
                String(
                    format: "%@ %7.3f ms of processor a second of speech, watched %+.1f %% "
                        + "(quartiles %+.1f, %+.1f)",
                    name, (Percentiles(without)(0.5) ?? 0) * 1000, added(0.5) ?? 0,
                    added(0.25) ?? 0, added(0.75) ?? 0))
        }
    }

    /// What a new farm costs, a service: how its memory happens to lie makes some percent.
    private func turn(isWatched: Bool) async throws -> [String: Double] {
        let collector = isWatched ? try await SpanCollector() : nil
        // It ends with its last use, which would be the line below.
        defer { withExtendedLifetime(collector) {} }
        let farm = try await Farm.start(
            Farm.Options(
                rate: "0", otlp: collector?.endpoint, traceShare: traceShare, isWatched: isWatched))
        let scraper = isWatched ? Task { try await scrape(farm) } : nil
        defer { scraper?.cancel() }
        do {
            _ = try await cost(farm, seconds: 1)
            let costs = try await cost(farm, seconds: seconds)
            await farm.stop()
            return costs
        } catch {
            await farm.stop()
            throw error
        }
    }

    private func scrape(_ farm: Farm) async throws {
        let services = farm.processes.filter { $0.name != "lyre-demo-engine" }
        let watch = try FarmWatch(services.map(\.handshake.endpoint), security: nil)
        while !Task.isCancelled {
            _ = try await watch.look()
            try await Task.sleep(for: .seconds(scrape))
        }
    }

    private func cost(_ farm: Farm, seconds: Double) async throws -> [String: Double] {
        try await FarmCostRun(farm, seconds: seconds).measure(streams: streams) { _ in }
            .coresPerStream
    }
}
