import ArgumentParser
import Foundation
import Observability
import Synchronization

struct BenchTokens: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tokens",
        abstract: "Measures what a streamed token costs a token service, and how long it takes.",
        discussion: """
            A private lyre-tokens generates all streams at once from a replay of an engine: a \
            server within this program that sends, --rate times a second for each stream and \
            evenly spread, one token in an event of vLLM's shape. The calls share one connection, \
            and every code is held against what was sent. Where there are two cores or more, the \
            token service has one for itself; what stands after -- is for it.

            event to frame: from the write of the event that completes a frame until the frame is \
            at the caller. processor: user and system time of the whole token service, the \
            streams' beginnings and ends included. memory: the most it had in use beyond what it \
            has when idle.

              lyre bench tokens
              lyre bench tokens --streams 100 --seconds 10 --json
              lyre bench tokens --serve-only --streams 50

            The exit status is 0 when all streams came whole, else 1.
            """)

    @Option(help: "Streams at once.")
    var streams = 1000

    @Option(help: "Seconds of each stream.")
    var seconds = 30.0

    @Option(help: "Tokens a second of each stream.")
    var rate = 83.0

    @Flag(help: "Run the replay alone, print its URL, and wait for Control-C.")
    var serveOnly = false

    @Flag(help: "Print JSON.")
    var json = false

    @Argument(parsing: .postTerminator, help: "Further arguments of the private token service.")
    var serviceArguments: [String] = []

    func validate() throws {
        // As many streams as a connection may have.
        guard (1...4096).contains(streams) else {
            throw ValidationError("--streams is \(streams), but has to be 1 to 4096")
        }
        guard (0.1...3600).contains(seconds), (0.1...10_000).contains(rate) else {
            throw ValidationError("--seconds has to be 0.1 to 3600, and --rate 0.1 to 10000")
        }
    }

    func run() async throws {
        OpenFileLimit.raise()
        let replay = try CompletionsReplay(streams: streams, seconds: seconds, rate: rate)
        defer { replay.stop() }
        if serveOnly {
            FileHandle.standardOutput.write(Data((replay.url + "\n").utf8))
            _ = await UntilSignal.wait()
            return
        }
        let service = try await PluginProcess(
            "lyre-tokens",
            [
                "--vllm", replay.url, "--model", "orpheus", "--canary", "off",
                "--capacity", "\(streams)", "--streams", "\(streams)", "--log-level", "warning",
            ] + serviceArguments)
        let report: TokensReport
        do { report = try await measure(service, replay) } catch {
            await service.stop()
            throw error
        }
        await service.stop()
        print(json ? try report.json : report.text)
        if report.failedStreams > 0 { throw ExitCode(1) }
    }

    private func measure(
        _ service: PluginProcess, _ replay: CompletionsReplay
    ) async throws -> TokensReport {
        let benchmark = try await TokensBenchmark(
            endpoint: service.handshake.endpoint, replay: replay)
        let isAlone = await ProcessorCores.separate(from: service.identifier)
        say("\(streams) streams for \(seconds) s" + (isAlone ? "" : ", all on the same processors"))
        let bar = ProgressBar(isShown: ProgressBar.isWatched)
        let frames = streams * replay.script.frames
        let done = Atomic(0)
        let process = service.identifier
        let idle = ProcessMemory.resident(process: process)
        let before = (service: ProcessorTime.of(process: process), client: ProcessorTime.own)
        let start = ContinuousClock.now
        let traces = await benchmark.run {
            let count = done.add(1, ordering: .relaxed).newValue
            if count % (frames / 100 + 1) == 0 {
                bar.show(Double(count) / Double(frames), "\(count) frames")
            }
        }
        let cost = TokensReport.Cost(
            service: ProcessorTime.of(process: process).flatMap { after in
                before.service.map { after - $0 }
            },
            client: ProcessorTime.own - before.client,
            wall: Double((ContinuousClock.now - start) / .seconds(1)),
            memory: ProcessMemory.peak(process: process).flatMap { peak in idle.map { peak - $0 } })
        bar.clear()
        return TokensReport(
            rate: rate, tokens: replay.script.tokens, traces: traces, cost: cost)
    }

    private func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}
